using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator.Samples;

/// <summary>One device of the samples.</summary>
/// <param name="Id">Plant, machine and number.</param>
/// <param name="Site">The site it stands at.</param>
/// <param name="Sdk">Its library.</param>
internal sealed record SampleDevice(string Id, Site Site, SdkName Sdk)
{
    private const double UsualTelemetry = 60;
    private const double Pause = 900;

    public string? ModuleId { get; init; }

    public Transport Transport { get; init; } = Transport.Mqtt;

    public bool UsesCertificate { get; init; }

    public int TokenMinutes { get; init; } = 60;

    /// <summary>In seconds; null for the library's default.</summary>
    public double? KeepAlive { get; init; }

    public double Telemetry { get; init; } = UsualTelemetry;

    /// <summary>What its own link does; hardly anything where not told.</summary>
    public LinkHabits Link { get; init; } = new(1e4, 1e4, 60, 0, 0);

    public bool HasSdkText { get; init; } = true;

    public bool RenewsItsToken { get; init; } = true;

    /// <summary>What is special about it.</summary>
    public Func<Device, IEnumerable<object>> Habit { get; init; } = _ => [];

    public DeviceDraft Draft(Rng rng)
    {
        var sdk = SdkCatalog.Of(Sdk);
        return new DeviceDraft
        {
            Sdk = sdk,
            Transport = Transport,
            UsesCertificate = UsesCertificate,
            TokenLifetime = TokenMinutes * 60,
            KeepAlive = KeepAlive ?? sdk.KeepAlive,
            Telemetry = Telemetry,
            Network = NetworkQuality.Good,
            Retry = sdk.Retry with { GivesUpAfter = 12, Pause = Pause },
            StartsAt = SampleClock.Window.WarmUpFrom + rng.Between(0, 3600),
            RenewsItsToken = RenewsItsToken,
        };
    }

    public ClientIdentity Client(Rng rng) =>
        new(Transport, UsesCertificate, Site.MaskedIpAddress, HasSdkText ? SdkVersionText.Draw(Sdk, false, rng) : null);
}
