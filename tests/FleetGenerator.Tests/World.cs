using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Hubs;
using FleetGenerator.Logs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator.Tests;

/// <summary>One hub and one device, with only those troubles that a test gives them.</summary>
internal sealed class World
{
    public const double Hour = 3600;

    private static readonly LinkHabits PerfectLink = new(1e9, 1e9, 1, 0, 0);

    public SimulationWindow Window { get; } =
        new(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), 12 * Hour) { WarmUpFrom = 0 };

    public int GraceMinutes { get; init; } = 5;

    public ExpiryPattern Pattern { get; init; } = ExpiryPattern.ClosedOnly;

    public Site? Site { get; init; }

    public List<IHubIncident> Incidents { get; } = [];

    public DeviceDraft Draft { get; init; } = DraftOf(SdkName.C);

    public Rng Rng { get; } = new(42);

    /// <summary>Simulates the device with the parts that are made for it.</summary>
    public Outcome Run(Func<Device, IEnumerable<object>>? parts = null)
    {
        var hub = new Hub
        {
            Name = "HUB",
            ResourceId = "/SUBSCRIPTIONS/S/RESOURCEGROUPS/R/PROVIDERS/MICROSOFT.DEVICES/IOTHUBS/HUB",
            Location = "westeurope",
            Grace = new SweepGrace(GraceMinutes, 0),
            ExpiryPatterns = new() { { Pattern, 1 } },
            LateTakeoverShare = 0,
        };
        hub.Incidents.AddRange(Incidents);
        var client = new ClientIdentity(
            Draft.Transport,
            Draft.UsesCertificate,
            Site?.MaskedIpAddress ?? "10.0.0.XXX",
            "test/1.0"
        );
        var device = new DeviceAssembler(hub, Site, 0).Assemble("device", null, Draft, client, PerfectLink, Rng);
        foreach (var part in parts?.Invoke(device) ?? [])
            device.Add(part);

        var options = FleetPresets.Quiet(1) with { Artefacts = new LogArtefacts() };
        var fleet = Fleet.Run(options, Window, [device]);
        return new Outcome([.. fleet.Rows.OrderBy(row => row.Time)], fleet.Labels, Window.Start);
    }

    public static DeviceDraft DraftOf(
        SdkName name,
        int tokenMinutes = 60,
        Transport transport = Transport.Mqtt,
        bool certificate = false
    )
    {
        var sdk = SdkCatalog.Of(name);
        return new DeviceDraft
        {
            Sdk = sdk,
            Transport = transport,
            UsesCertificate = certificate,
            TokenLifetime = tokenMinutes * 60,
            KeepAlive = sdk.KeepAlive,
            Telemetry = 10,
            Network = NetworkQuality.Good,
            Retry = sdk.Retry with { GivesUpAfter = 60, Pause = 60 },
            StartsAt = 0,
        };
    }
}

/// <summary>What came of it, with times in seconds from the start.</summary>
internal sealed record Outcome(IReadOnlyList<LogRow> Rows, IReadOnlyList<Label> Labels, DateTimeOffset Start)
{
    public double[] Connects => Seconds(row => row.IsConnect && row.ResultType is null);

    public double[] Disconnects => Seconds(row => !row.IsConnect);

    public double[] Refusals => Seconds(row => row.IsConnect && row.ResultType is not null);

    public string?[] DisconnectCodes => [.. Rows.Where(row => !row.IsConnect).Select(row => row.ResultType)];

    public double[] LabelTimes(Cause cause) =>
        [.. Labels.Where(label => label.Cause == cause).Select(label => (label.Time - Start).TotalSeconds)];

    private double[] Seconds(Func<LogRow, bool> which) =>
        [.. Rows.Where(which).Select(row => (row.Time - Start).TotalSeconds)];
}

/// <summary>Ends the session at a given time, once, as a reset does.</summary>
internal sealed class DropAt(double at, double backAfter = 2) : ISessionEnder
{
    public SessionEnd? Next(double connectedAt) =>
        connectedAt >= at
            ? null
            : new SessionEnd(at, Cause.ConnectionReset, at + backAfter) { Code = ErrorCodes.ClosedRemotely };
}
