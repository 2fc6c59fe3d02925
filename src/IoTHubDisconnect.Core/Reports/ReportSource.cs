using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Reports;

/// <summary>Where a report's figures come from, as far as the figures do not tell.</summary>
internal sealed record ReportSource
{
    /// <summary>The report is of causes that came by pipeline; what was left out of them before is not known.</summary>
    public bool IsPiped { get; init; }

    /// <summary>Rows that were read; null for causes by pipeline.</summary>
    public long? RowCount { get; init; }

    /// <summary>
    /// Devices and modules that the log has rows of and that are wanted; null for causes by pipeline.
    /// </summary>
    public int? DeviceCount { get; init; }

    /// <summary>
    /// The begin of the time asked for, as far as the log goes; null for causes by pipeline and for a log without it.
    /// </summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>
    /// The end of the time asked for, as far as the log goes; null for causes by pipeline and for a log without it.
    /// </summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The time asked for, of which the log has none; null where it has some of it.</summary>
    public ReportedTime? Missed { get; init; }

    /// <summary>The time of the log; null for causes by pipeline.</summary>
    public TimePeriod? LogTime { get; init; }

    /// <summary>What kept parts of the log from being read.</summary>
    public IReadOnlyList<LogProblem> Problems { get; init; } = [];

    public static ReportSource Of(FleetLog log, DisconnectFilter filter)
    {
        if (log.IsOutside(filter))
            return new ReportSource
            {
                RowCount = log.RowCount,
                DeviceCount = 0,
                Missed = log.ReportedBy(filter),
                LogTime = new TimePeriod(log.FirstRow, log.LastRow),
            };
        var period = log.PeriodOf(filter);
        return new ReportSource
        {
            RowCount = log.RowCount,
            DeviceCount = log.CountDevices(filter),
            Start = period.Start,
            End = period.End,
        };
    }
}
