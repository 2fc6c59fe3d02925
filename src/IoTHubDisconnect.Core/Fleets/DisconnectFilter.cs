using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets;

/// <summary>Which disconnects to report. All rows serve as evidence whatever is reported.</summary>
internal sealed record DisconnectFilter
{
    /// <summary>Whether a device of a hub is wanted, by the names of the hub and of the device; null for all.</summary>
    public Func<string, string, bool>? IsWanted { get; init; }

    /// <summary>Codes of which a disconnect has one; null for all.</summary>
    public IReadOnlyCollection<int>? ErrorCodes { get; init; }

    /// <summary>The first moment to report; null for the log's own.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The moment before which to report; null for the log's own.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The length of the period up to <see cref="End"/>, or to the log's newest row.</summary>
    public TimeSpan? Last { get; init; }

    /// <summary>Whether the period depends on the newest of what is reported.</summary>
    public bool EndsWithNewest => Last is not null && End is null;

    /// <summary>The period to report.</summary>
    /// <param name="newest">The time of the newest row, or of the newest disconnect where
    /// <see cref="EndsWithNewest"/>.</param>
    public ReportedTime PeriodUntil(long newest) =>
        new(
            (Last is { } last ? (End?.UtcTicks ?? newest) - last.Ticks : Start?.UtcTicks) ?? long.MinValue,
            End?.UtcTicks ?? long.MaxValue
        );

    /// <summary>Whether no moment of a log is in the period to report.</summary>
    /// <param name="first">The time of the oldest row, in UTC ticks.</param>
    /// <param name="newest">The time of the newest row.</param>
    public bool IsOutside(long first, long newest) =>
        PeriodUntil(newest) is var (start, end) && (start > newest || end <= first);

    public bool Takes(in DisconnectRecord record, ReportedTime period) =>
        period.Includes(record.Time) && TakesCodesOf(record);

    public bool TakesCodesOf(in DisconnectRecord record) =>
        ErrorCodes is null
        || Has(ConnectionEvent.NumberOf(record.Code))
        || Has(ConnectionEvent.NumberOf(record.RelatedCode));

    /// <summary>Whether it takes a disconnect that was found before.</summary>
    /// <param name="disconnect">The disconnect.</param>
    /// <param name="newest">The time of the newest one, where <see cref="EndsWithNewest"/>.</param>
    public bool Takes(DeviceDisconnect disconnect, DateTimeOffset newest) =>
        IsWanted?.Invoke(disconnect.HubName, disconnect.DeviceId) != false
        && PeriodUntil(newest.UtcTicks).Includes(disconnect.Time.UtcTicks)
        && (ErrorCodes is null || Has(disconnect.ErrorCode) || Has(disconnect.RelatedErrorCode));

    private bool Has(int? code) => code is { } known && ErrorCodes!.Contains(known);
}
