using System.Runtime.CompilerServices;
using IoTHubDisconnect.Events;
using IoTHubDisconnect.Sessions;

namespace IoTHubDisconnect.Analysis;

/// <summary>Which disconnects to report. All rows serve as evidence whatever is reported.</summary>
internal sealed record DisconnectFilter
{
    /// <summary>Whether a device is wanted; null for all.</summary>
    public Func<string, bool>? IsWanted { get; init; }

    /// <summary>Codes of which a disconnect has one; null for all.</summary>
    public IReadOnlyCollection<int>? ErrorCodes { get; init; }

    /// <summary>The first moment to report; null for the log's own.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The moment before which to report; null for the log's own.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>The length of the period up to <see cref="End"/>, or to the log's newest row.</summary>
    public TimeSpan? Last { get; init; }

    [MethodImpl(HotPath.Optimized)]
    public bool Takes(in DisconnectRecord record, long newestRow)
    {
        var end = End?.UtcTicks;
        var start = Last is { } last ? (end ?? newestRow) - last.Ticks : Start?.UtcTicks;
        if (record.Time < start || record.Time >= end) return false;
        return ErrorCodes is null || Has(record.Code) || Has(record.RelatedCode);
    }

    private bool Has(int code) => code != ConnectionEvent.NoCode && ErrorCodes!.Contains(code);
}
