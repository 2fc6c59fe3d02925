using System.Runtime.InteropServices;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>How many devices were connected at a time, as their sessions tell it.</summary>
internal sealed class ConnectedTally
{
    private readonly Dictionary<long, Bin> _bins = [];

    /// <summary>
    /// A device's sessions, in UTC ticks. One whose begin is before the log's is taken to last since then, and the last
    /// one until its end.
    /// </summary>
    public static IEnumerable<(long From, long To)> Sessions(DeviceProfile device, HubActivity hub)
    {
        long lastEnd = 0,
            lastReturn = 0;
        for (var i = 0; i < device.Records.Length; i++)
        {
            var record = device.Records[i];
            if (record.Kind == DisconnectKind.Closed)
            {
                yield return (
                    record.ConnectedAt != 0 ? record.ConnectedAt
                    : i == 0 ? hub.FirstRow.UtcTicks
                    : Math.Max(lastEnd, lastReturn),
                    record.Time
                );
                lastEnd = record.Time;
            }
            lastReturn = Math.Max(lastReturn, record.ReconnectedAt);
        }
        if (lastReturn > 0 && lastReturn >= lastEnd)
            yield return (lastReturn, hub.LastRow.UtcTicks);
    }

    public void Add(DeviceProfile device, HubActivity hub)
    {
        foreach (var (from, to) in Sessions(device, hub))
            Add(from, to);
    }

    public void Add(ConnectedTally other)
    {
        foreach (var (bin, part) in other._bins)
        {
            ref var own = ref BinOf(bin);
            own.Ticks += part.Ticks;
            own.Change += part.Change;
        }
    }

    /// <summary>The average number of devices connected in each step of the scale, as far as the log goes.</summary>
    public double[] On(TimeScale scale, DateTimeOffset first, DateTimeOffset last)
    {
        var ticks = new double[scale.Count];
        long level = 0,
            next = scale.Start;
        foreach (var (bin, part) in _bins.OrderBy(b => b.Key))
        {
            var at = bin * TimeBins.Step;
            // Between two bins the level stays: what lies there is gone through in steps of the scale, of which there
            // are few.
            for (long until; next < Math.Min(at, scale.End); next = until)
            {
                until = Math.Min(Math.Min(at, scale.End), scale.TimeOf(scale.StepOf(next) + 1).UtcTicks);
                ticks[scale.StepOf(next)] += level * (double)(until - next);
            }
            level += part.Change;
            if (at < next || at >= scale.End)
                continue;
            ticks[scale.StepOf(at)] += level * (double)TimeBins.Step + part.Ticks;
            next = at + TimeBins.Step;
        }
        return
        [
            .. ticks.Select(
                (t, i) =>
                    t
                    / Math.Max(
                        1,
                        Math.Min(scale.TimeOf(i + 1).UtcTicks, last.UtcTicks)
                            - Math.Max(scale.TimeOf(i).UtcTicks, first.UtcTicks)
                    )
            ),
        ];
    }

    private void Add(long from, long to)
    {
        if (to <= from)
            return;
        var (first, last) = (TimeBins.Of(from), TimeBins.Of(to));
        BinOf(first).Ticks -= from - first * TimeBins.Step;
        BinOf(first).Change++;
        BinOf(last).Ticks += to - last * TimeBins.Step;
        BinOf(last).Change--;
    }

    private ref Bin BinOf(long bin) => ref CollectionsMarshal.GetValueRefOrAddDefault(_bins, bin, out _);

    private struct Bin
    {
        /// <summary>What the sessions that begin or end here have more, or less, than the level from here on.</summary>
        public long Ticks;
        public int Change;
    }
}
