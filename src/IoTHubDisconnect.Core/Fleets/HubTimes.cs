using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Fleets;

/// <summary>The time that the log tells of each hub, which need not be the time of all of its rows.</summary>
internal sealed class HubTimes(int hubs)
{
    /// <summary>
    /// Ticks. A hub that fell silent may have lost its devices, and they are missed, unless it is for days.
    /// </summary>
    private const long LongestSilence = 2 * TimeSpan.TicksPerDay;

    private readonly (long First, long Last, long Rows)[] _seen = Empty(hubs);

    /// <summary>Notes the rows of a device, in order of time.</summary>
    public void Add(int hub, ReadOnlySpan<ConnectionEvent> rows) =>
        Add(hub, rows[0].Ticks, rows[^1].Ticks, rows.Length);

    public void Add(HubTimes other)
    {
        for (var hub = 0; hub < _seen.Length; hub++)
            Add(hub, other._seen[hub].First, other._seen[hub].Last, other._seen[hub].Rows);
    }

    /// <summary>The hub's part of the log's time.</summary>
    public HubTime Within(long first, long last, int hub)
    {
        var seen = _seen[hub];
        if (seen.Rows == 0)
            return new HubTime(first, last);
        var (own, ownLast) = Part(first, last, seen, TimeSpan.TicksPerHour);
        var (whole, wholeLast) = Part(first, last, seen, LongestSilence);
        return new HubTime(whole, wholeLast) { Minutes = HubTime.MinutesOf(ownLast - own) };
    }

    /// <summary>
    /// Where a hub is silent for far longer than between its rows, the log does not go so far. Few rows may be all.
    /// </summary>
    private static (long First, long Last) Part(
        long first,
        long last,
        (long First, long Last, long Rows) seen,
        long least
    )
    {
        const int times = 20;
        var silence = least + times * (double)(seen.Last - seen.First) / seen.Rows;
        return (seen.First - first > silence ? seen.First : first, last - seen.Last > silence ? seen.Last : last);
    }

    private void Add(int hub, long first, long last, long rows)
    {
        ref var seen = ref _seen[hub];
        seen = (Math.Min(seen.First, first), Math.Max(seen.Last, last), seen.Rows + rows);
    }

    private static (long, long, long)[] Empty(int hubs)
    {
        var times = new (long, long, long)[hubs];
        Array.Fill(times, (long.MaxValue, long.MinValue, 0));
        return times;
    }
}
