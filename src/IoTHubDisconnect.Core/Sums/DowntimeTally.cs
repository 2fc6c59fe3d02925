using System.Runtime.CompilerServices;

namespace IoTHubDisconnect;

/// <summary>Downtimes by size: few numbers, whatever their count, and a median to within one percent.</summary>
internal sealed class DowntimeTally
{
    private const double StepsPerUnit = 100;

    // A hash table with open addressing; its length is a power of two.
    private Step[] _steps = new Step[16];
    private int _used;
    private Int128 _total;

    /// <summary>Null where there is no downtime at all; the longest time span where it is more than that.</summary>
    public TimeSpan? Total => _used == 0 ? null : TimeSum.Of(_total);

    /// <summary>Null where there is no downtime at all.</summary>
    public TimeSpan? Median
    {
        get
        {
            var keys = new int[_used];
            var (count, used) = (0L, 0);
            foreach (ref readonly var step in _steps.AsSpan())
            {
                if (step.Count == 0)
                    continue;
                count += step.Count;
                keys[used++] = step.Key;
            }
            Array.Sort(keys);
            var half = (count + 1) / 2;
            foreach (var key in keys)
            {
                ref readonly var step = ref Find(key);
                half -= step.Count;
                if (half <= 0)
                    return TimeSum.Of(step.Ticks / step.Count);
            }
            return null;
        }
    }

    /// <param name="ticks">A downtime.</param>
    /// <param name="more">What of it is not in the total yet.</param>
    [MethodImpl(HotPath.Sums)]
    public void Add(long ticks, long more)
    {
        _total += more;
        Add(
            new Step
            {
                Key = KeyOf(ticks),
                Count = 1,
                Ticks = ticks,
            }
        );
    }

    public void Add(DowntimeTally other)
    {
        _total += other._total;
        foreach (ref readonly var step in other._steps.AsSpan())
        {
            if (step.Count > 0)
                Add(step);
        }
    }

    [MethodImpl(HotPath.Sums)]
    private void Add(in Step more)
    {
        ref var step = ref Find(more.Key);
        if (step.Count == 0 && ++_used * 2 > _steps.Length)
        {
            Grow();
            step = ref Find(more.Key);
        }
        step.Key = more.Key;
        step.Count += more.Count;
        step.Ticks += more.Ticks;
    }

    [MethodImpl(HotPath.Sums)]
    private ref Step Find(int key)
    {
        var at = key & (_steps.Length - 1);
        while (_steps[at].Count > 0 && _steps[at].Key != key)
            at = (at + 1) & (_steps.Length - 1);
        return ref _steps[at];
    }

    private void Grow()
    {
        var old = _steps;
        _steps = new Step[2 * old.Length];
        foreach (ref readonly var step in old.AsSpan())
        {
            if (step.Count > 0)
                Find(step.Key) = step;
        }
    }

    private static int KeyOf(long ticks) =>
        (int)(Math.Log(1 + ticks / (double)TimeSpan.TicksPerMillisecond) * StepsPerUnit);

    private struct Step
    {
        public int Key;
        public long Count;
        public Int128 Ticks;
    }
}
