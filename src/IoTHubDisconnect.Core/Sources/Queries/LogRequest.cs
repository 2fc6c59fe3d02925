using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Which rows a person asks for.</summary>
/// <param name="Targets">Where they are.</param>
/// <param name="Table">The table there.</param>
/// <param name="Period">What is to be reported.</param>
/// <param name="Devices">The devices to be reported, where a log engine can choose by them; null for all.</param>
internal sealed record LogRequest(
    IReadOnlyList<LogTarget> Targets,
    string Table,
    TimePeriod Period,
    DeviceSelection? Devices
)
{
    /// <summary>Where to look for why a place has no rows.</summary>
    public const string WhyNone =
        "Test-DisconnectLogging tells whether a hub's diagnostic setting sends them there, since when, and who may "
        + "read them.";

    private static readonly TimeSpan Before = TimeSpan.FromHours(2);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Up to here all rows are read, though few devices are asked for: what their
    /// neighbours did at the time is evidence.
    /// </summary>
    public long MostRowsOfNeighbours { get; init; } = 2_000_000;

    /// <summary>The period, with the time around it in which its sessions began and its devices came back.</summary>
    public TimePeriod Read { get; } = Period.Widened(Before, After);

    /// <summary>Says of places that they have no rows of the time.</summary>
    public string DescribeNone(IEnumerable<LogTarget> targets) =>
        $"{string.Join(", ", targets.Select(t => t.Label))}: no row of the category Connections from {Read}.";
}
