using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>When disconnects happened, by cause and by whose side they are on.</summary>
internal sealed class CauseTimeline
{
    private readonly Dictionary<long, int[]> _bins = [];

    public void Add(long ticks, CauseName cause, TroubleArea area)
    {
        var counts = BinOf(TimeBins.Of(ticks));
        counts[NumberOf(cause)]++;
        counts[NumberOf(area)]++;
    }

    /// <summary>Where a step has the count of a cause's disconnects.</summary>
    public static int NumberOf(CauseName cause) => (int)cause;

    /// <summary>Where a step has the count of an area's disconnects.</summary>
    public static int NumberOf(TroubleArea area) => CauseNames.Count + (int)area;

    public void Add(CauseTimeline other)
    {
        foreach (var (bin, counts) in other._bins)
        {
            var own = BinOf(bin);
            for (var cause = 0; cause < counts.Length; cause++)
                own[cause] += counts[cause];
        }
    }

    /// <summary>The counts in the time of each scale step.</summary>
    public int[][] On(TimeScale scale)
    {
        var steps = Enumerable
            .Range(0, scale.Count)
            .Select(_ => new int[CauseNames.Count + TroubleAreas.Count])
            .ToArray();
        foreach (var (bin, counts) in _bins)
        {
            var step = steps[scale.StepOf(bin * TimeBins.Step)];
            for (var cause = 0; cause < counts.Length; cause++)
                step[cause] += counts[cause];
        }
        return steps;
    }

    private int[] BinOf(long bin)
    {
        if (!_bins.TryGetValue(bin, out var counts))
            _bins.Add(bin, counts = new int[CauseNames.Count + TroubleAreas.Count]);
        return counts;
    }
}
