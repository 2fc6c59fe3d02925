using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Benchmark;

/// <summary>How devices of one kind behave in a benchmark log.</summary>
/// <param name="Sdk">Their library.</param>
/// <param name="Share">Their share of the fleet.</param>
/// <param name="Period">Seconds from a connect to its regular end.</param>
/// <param name="Codes">The codes of the regular end's rows; 0 for none.</param>
/// <param name="IrregularShare">How often a session ends before its time, with 404104.</param>
/// <param name="Refused">True where the device is refused each time instead.</param>
internal sealed record BenchmarkProfile(
    SdkName Sdk,
    double Share,
    int Period,
    int[] Codes,
    double IrregularShare,
    bool UsesCertificate = false,
    bool Refused = false
)
{
    private static readonly int[] Orderly = [0];
    private static readonly int[] Expiry = [ErrorCodes.Unauthorized, ErrorCodes.ClosedRemotely];
    private static readonly int[] Closed = [ErrorCodes.ClosedRemotely];

    /// <summary>A fleet whose log is mostly renewals, as real ones are.</summary>
    public static readonly BenchmarkProfile[] Fleet =
    [
        new(SdkName.C, 0.2, 2880, Orderly, 0.03),
        new(SdkName.Node, 0.16, 2700, Orderly, 0.03),
        new(SdkName.Python, 0.18, 3480, Orderly, 0.03),
        new(SdkName.DotNet, 0.16, 3901, Expiry, 0.03),
        new(SdkName.Java, 0.1, 4201, Expiry, 0.03),
        new(SdkName.FreeRtos, 0.05, 3901, Closed, 0.05),
        new(SdkName.Raw, 0.04, 3901, Closed, 0.05),
        new(SdkName.Raw, 0.005, 350, Closed, 0.01),
        new(SdkName.EmbeddedC, 0.05, 1800, Orderly, 0.02, UsesCertificate: true),
        new(SdkName.DotNet, 0.05, 40000, Closed, 0.5, UsesCertificate: true),
        new(SdkName.Python, 0.005, 900, [], 0, Refused: true),
    ];

    /// <summary>A fleet in trouble: every session ends at a time of its own.</summary>
    public static readonly BenchmarkProfile[] RandomGaps =
    [
        new(SdkName.C, 0.4, 40000, Closed, 1),
        new(SdkName.Python, 0.3, 40000, Closed, 1),
        new(SdkName.Raw, 0.3, 40000, Closed, 1, UsesCertificate: true),
    ];
}
