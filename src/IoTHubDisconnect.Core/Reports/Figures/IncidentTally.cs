using System.Runtime.InteropServices;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// Finds the hubs' incidents: minutes close together in which several disconnects had one cause that was the hub's.
/// </summary>
internal sealed class IncidentTally
{
    /// <summary>So many disconnects make an incident, and so many devices that are still away keep it up.</summary>
    public const int Least = 3;

    private const int MostApart = 15;

    private readonly Dictionary<(HubActivity Hub, CauseName Cause, long Minute), IncidentMinute> _minutes = [];

    public void Add(in Verdict verdict)
    {
        ref readonly var record = ref verdict.Facts.Record;
        // Whom the hub then refused for another reason was kept away by that.
        var back = LostTime.Back(verdict) is var seen && seen == LostTime.End(verdict) ? seen : 0;
        MinuteOf((verdict.Facts.Hub, verdict.Cause, record.Time / TimeSpan.TicksPerMinute)).Add(1, back);
    }

    public void Add(IncidentTally other)
    {
        foreach (var (key, minute) in other._minutes)
            MinuteOf(key).Add(minute.Count, minute.Back);
    }

    /// <summary>The incidents in order of time.</summary>
    public IReadOnlyList<HubIncident> Find(IEnumerable<HubActivity> hubs, DateTimeOffset start, DateTimeOffset end)
    {
        var found = _minutes
            .GroupBy(m => (m.Key.Hub.HubName, m.Key.Cause))
            .SelectMany(trouble =>
                OfRows(
                    trouble.Key.HubName,
                    trouble.Key.Cause,
                    [.. trouble.OrderBy(m => m.Key.Minute).Select(m => (m.Key.Minute, m.Value))],
                    end
                )
            )
            .ToList();
        foreach (var hub in hubs.Where(h => h.Condition?.Health is not null).DistinctBy(h => h.HubName))
        {
            foreach (
                var trouble in hub.Condition!.Health!.Where(t => t.IsTrouble && t.Start < end && (t.End ?? end) > start)
            )
                Add(found, hub.HubName, trouble, end);
        }
        return [.. found.OrderBy(i => i.Start).ThenBy(i => i.HubName, StringComparer.Ordinal).ThenBy(i => i.Cause)];
    }

    private static IEnumerable<HubIncident> OfRows(
        string hub,
        CauseName cause,
        (long Minute, IncidentMinute Toll)[] minutes,
        DateTimeOffset end
    )
    {
        for (int first = 0, next; first < minutes.Length; first = next)
        {
            var toll = minutes[first].Toll;
            for (
                next = first + 1;
                next < minutes.Length && minutes[next].Minute - minutes[next - 1].Minute <= MostApart;
                next++
            )
                toll.Add(minutes[next].Toll.Count, minutes[next].Toll.Back);
            if (toll.Count >= Least)
                yield return new HubIncident(
                    hub,
                    At(minutes[first].Minute),
                    At(minutes[next - 1].Minute + 1),
                    cause,
                    toll.Count,
                    toll.Back == 0 ? null : new DateTimeOffset(toll.Back, TimeSpan.Zero),
                    null,
                    At(minutes[next - 1].Minute + MostApart) < end
                );
        }
    }

    /// <summary>
    /// Azure's word goes with the incident that the rows tell of, the one of the same cause before others of the time,
    /// or stands alone.
    /// </summary>
    private static void Add(List<HubIncident> found, string hub, HubHealthEvent trouble, DateTimeOffset end)
    {
        var word = string.IsNullOrEmpty(trouble.Summary) ? trouble.ToString() : $"{trouble}: {trouble.Summary}";
        var to = trouble.End ?? end;
        var cause =
            trouble.IsFailover ? CauseName.HubFailover
            : trouble.IsPlanned ? CauseName.HubMaintenance
            : CauseName.HubFault;
        var same = found
            .Where(i =>
                i.HubName == hub && i.Start <= to.AddMinutes(MostApart) && i.End >= trouble.Start.AddMinutes(-MostApart)
            )
            .MaxBy(i => i.Cause == cause);
        if (same is null)
            found.Add(new HubIncident(hub, trouble.Start, to, null, 0, null, word, trouble.End < end));
        else
            found[found.IndexOf(same)] = same with { Word = word };
    }

    private ref IncidentMinute MinuteOf((HubActivity, CauseName, long) key) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(_minutes, key, out _);

    private static DateTimeOffset At(long minute) =>
        new(Math.Min(minute * TimeSpan.TicksPerMinute, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
