using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>When disconnects happened, by cause and by whether they were expected.</summary>
internal sealed class CauseTimeline
{
    private readonly Dictionary<long, int[]> _bins = [];

    public void Add(long ticks, CauseName cause, bool isExpected) =>
        BinOf(TimeBins.Of(ticks))[NumberOf(cause, isExpected)]++;

    /// <summary>Where a step has the count of a cause's expected disconnects, or of its others.</summary>
    public static int NumberOf(CauseName cause, bool isExpected) => (int)cause + (isExpected ? CauseNames.Count : 0);

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
        var steps = Enumerable.Range(0, scale.Count).Select(_ => new int[2 * CauseNames.Count]).ToArray();
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
            _bins.Add(bin, counts = new int[2 * CauseNames.Count]);
        return counts;
    }
}
