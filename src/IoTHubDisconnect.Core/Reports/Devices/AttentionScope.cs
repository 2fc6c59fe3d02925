using IoTHubDisconnect.Fleets;

namespace IoTHubDisconnect.Reports;

/// <summary>Which devices are looked at, and how closely.</summary>
internal sealed record AttentionScope
{
    /// <summary>How many are shown in full.</summary>
    public int Top { get; init; }

    /// <summary>
    /// Disconnects of one device may come apart from each other, so that devices are to be remembered by name.
    /// </summary>
    public bool DevicesReturn { get; init; }

    /// <summary>The times in which devices are meant to be away.</summary>
    public PlannedTimes Planned { get; init; } = PlannedTimes.None;

    /// <summary>
    /// What is known of devices that went before the time of the disconnects; null where only devices are looked at
    /// whose disconnects are.
    /// </summary>
    public ResolveOptions? Absences { get; init; }

    /// <summary>The time that is looked at: who is away is so at its end, and nothing counts from outside it.</summary>
    public ReportedTime Reported { get; init; } = ReportedTime.All;

    /// <summary>Where a whole log is looked at; what a filter of codes leaves out is not known to be away.</summary>
    public static AttentionScope Of(FleetLog log, DisconnectFilter filter, ResolveOptions options) =>
        new() { Absences = filter.ErrorCodes is null ? options : null, Reported = log.ReportedBy(filter) };

    /// <summary>
    /// Where causes come by pipeline. A time up to the newest of them is known when all are there, and its end alone
    /// matters to those that are in it.
    /// </summary>
    public static AttentionScope OfPiped(DisconnectFilter filter) =>
        new()
        {
            DevicesReturn = true,
            Reported = filter.EndsWithNewest ? ReportedTime.All : filter.PeriodUntil(default),
        };
}
