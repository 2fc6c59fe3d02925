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

    /// <summary>Who went later is not away yet, UTC ticks.</summary>
    public long End { get; init; } = long.MaxValue;

    /// <summary>Where a whole log is looked at; what a filter of codes leaves out is not known to be away.</summary>
    public static AttentionScope Of(DisconnectFilter filter, ResolveOptions options) =>
        new() { Absences = filter.ErrorCodes is null ? options : null, End = filter.End?.UtcTicks ?? long.MaxValue };
}
