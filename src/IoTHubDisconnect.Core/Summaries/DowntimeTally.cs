using System.Runtime.InteropServices;

namespace IoTHubDisconnect;

/// <summary>Downtimes by size: few numbers, whatever their count, and a median to within one percent.</summary>
internal sealed class DowntimeTally
{
    private const double StepsPerUnit = 100;
    private readonly Dictionary<short, (long Count, long Ticks)> _steps = [];
    private long _ticks;

    public TimeSpan Total => new(_ticks);

    public TimeSpan? Median
    {
        get
        {
            var half = (_steps.Values.Sum(s => s.Count) + 1) / 2;
            foreach (var (_, step) in _steps.OrderBy(s => s.Key))
            {
                half -= step.Count;
                if (half <= 0) return new TimeSpan(step.Ticks / step.Count);
            }
            return null;
        }
    }

    public void Add(long ticks, bool inTotal)
    {
        if (inTotal) _ticks += ticks;
        ref var step = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, StepOf(ticks), out _);
        step = (step.Count + 1, step.Ticks + ticks);
    }

    public void Add(DowntimeTally other)
    {
        _ticks += other._ticks;
        foreach (var (key, more) in other._steps)
        {
            ref var step = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, key, out _);
            step = (step.Count + more.Count, step.Ticks + more.Ticks);
        }
    }

    private static short StepOf(long ticks) => (short)(Math.Log(1 + ticks / (double)TimeSpan.TicksPerMillisecond) * StepsPerUnit);
}
