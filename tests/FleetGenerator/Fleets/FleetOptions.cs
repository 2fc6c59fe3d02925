using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Habits;
using FleetGenerator.Logs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>What a fleet is made of. Two fleets with equal options are equal, row by row.</summary>
public sealed record FleetOptions
{
    /// <summary>Decides everything that chance decides.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many device identities there are.</summary>
    public int Devices { get; init; } = 110;

    /// <summary>How many hubs they share.</summary>
    public int Hubs { get; init; } = 2;

    /// <summary>How many hours the log shows.</summary>
    public double Hours { get; init; } = 48;

    /// <summary>UTC; the log's first moment.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 11, 16, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The libraries in use.</summary>
    public required Mix<SdkName> Sdks { get; init; }

    /// <summary>The protocols in use, where the library offers them.</summary>
    public required Mix<Transport> Transports { get; init; }

    /// <summary>The lifetimes of tokens, in minutes.</summary>
    public required Mix<int> TokenMinutes { get; init; }

    /// <summary>The links that devices have.</summary>
    public required Mix<NetworkQuality> Networks { get; init; }

    /// <summary>The share of devices of each habit; the rest is steady.</summary>
    public required Mix<Habit> Habits { get; init; }

    /// <summary>The share of devices with X.509 certificates.</summary>
    public double CertificateShare { get; init; } = 0.15;

    /// <summary>The share of devices that add a product's name to their SDK's.</summary>
    public double ProductShare { get; init; } = 0.08;

    /// <summary>The share of devices that sit at a site with others.</summary>
    public double SiteShare { get; init; } = 0.6;

    /// <summary>How far devices' clocks are off, in seconds either way.</summary>
    public double ClockSkew { get; init; } = 2;

    /// <summary>The share of reboots that tell the peer nothing.</summary>
    public double HardRebootShare { get; init; }

    /// <summary>How long, in minutes, hubs let an expired token live: 0, 5 or 10.</summary>
    public required Mix<int> GraceMinutes { get; init; }

    /// <summary>How often a hub uses another grace than its usual one.</summary>
    public double UnusualGraceShare { get; init; } = 0.05;

    /// <summary>What hubs write about an expired token.</summary>
    public required Mix<ExpiryPattern> ExpiryPatterns { get; init; }

    /// <summary>
    /// How often the row of a session that was taken over bears a later time than the connect that did it.
    /// </summary>
    public double LateTakeoverShare { get; init; }

    /// <summary>What befalls hubs and sites.</summary>
    public required IncidentCounts Incidents { get; init; }

    /// <summary>What the log does to the rows.</summary>
    public LogArtefacts Artefacts { get; init; } = new();

    /// <summary>The file of each row.</summary>
    public Func<LogRow, string> PathOf { get; init; } = ExportPath.InStorage;
}
