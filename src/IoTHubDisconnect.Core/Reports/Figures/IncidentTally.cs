using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>Finds the hubs' incidents: minutes close together in which several disconnects were the hub's.</summary>
internal sealed class IncidentTally
{
    private const int MostApart = 15;
    private const int Least = 3;

    private readonly Dictionary<(HubActivity Hub, long Minute), int[]> _minutes = [];

    public static bool IsOfHub(CauseName cause) =>
        cause is CauseName.HubFault or CauseName.HubMaintenance or CauseName.HubFailover or CauseName.QuotaExceeded;

    public void Add(HubActivity hub, long ticks, CauseName cause) =>
        MinuteOf((hub, ticks / TimeSpan.TicksPerMinute))[(int)cause]++;

    public void Add(IncidentTally other)
    {
        foreach (var (key, counts) in other._minutes)
        {
            var own = MinuteOf(key);
            for (var cause = 0; cause < counts.Length; cause++)
                own[cause] += counts[cause];
        }
    }

    /// <summary>The incidents in order of time.</summary>
    public IReadOnlyList<HubIncident> Find(IEnumerable<HubActivity> hubs, DateTimeOffset start, DateTimeOffset end)
    {
        var found = _minutes
            .GroupBy(m => m.Key.Hub.HubName)
            .SelectMany(hub =>
                OfRows(hub.Key, [.. hub.OrderBy(m => m.Key.Minute).Select(m => (m.Key.Minute, m.Value))], end)
            )
            .ToList();
        foreach (var hub in hubs.Where(h => h.Condition?.Health is not null).DistinctBy(h => h.HubName))
        {
            foreach (
                var trouble in hub.Condition!.Health!.Where(t => t.IsTrouble && t.Start < end && (t.End ?? end) > start)
            )
                Add(found, hub.HubName, trouble, end);
        }
        return [.. found.OrderBy(i => i.Start).ThenBy(i => i.HubName, StringComparer.Ordinal)];
    }

    private static IEnumerable<HubIncident> OfRows(
        string hub,
        (long Minute, int[] Counts)[] minutes,
        DateTimeOffset end
    )
    {
        for (int first = 0, next; first < minutes.Length; first = next)
        {
            for (
                next = first + 1;
                next < minutes.Length && minutes[next].Minute - minutes[next - 1].Minute <= MostApart;

            )
                next++;
            var counts = new int[CauseNames.Count];
            foreach (var (_, part) in minutes.AsSpan(first, next - first))
                for (var cause = 0; cause < counts.Length; cause++)
                    counts[cause] += part[cause];
            if (counts.Sum() is var count and >= Least)
                yield return new HubIncident(
                    hub,
                    At(minutes[first].Minute),
                    At(minutes[next - 1].Minute + 1),
                    (CauseName)Array.IndexOf(counts, counts.Max()),
                    count,
                    null,
                    At(minutes[next - 1].Minute + MostApart) < end
                );
        }
    }

    /// <summary>Azure's word goes with the incident that the rows tell of, or stands alone.</summary>
    private static void Add(List<HubIncident> found, string hub, HubHealthEvent trouble, DateTimeOffset end)
    {
        var word = string.IsNullOrEmpty(trouble.Summary) ? trouble.ToString() : $"{trouble}: {trouble.Summary}";
        var to = trouble.End ?? end;
        var same = found.FindIndex(i =>
            i.HubName == hub && i.Start <= to.AddMinutes(MostApart) && i.End >= trouble.Start.AddMinutes(-MostApart)
        );
        if (same < 0)
            found.Add(new HubIncident(hub, trouble.Start, to, null, 0, word, trouble.End < end));
        else
            found[same] = found[same] with { Word = word };
    }

    private int[] MinuteOf((HubActivity, long) key)
    {
        if (!_minutes.TryGetValue(key, out var counts))
            _minutes.Add(key, counts = new int[CauseNames.Count]);
        return counts;
    }

    private static DateTimeOffset At(long minute) =>
        new(Math.Min(minute * TimeSpan.TicksPerMinute, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
