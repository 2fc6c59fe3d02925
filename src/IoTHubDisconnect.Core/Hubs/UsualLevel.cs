namespace IoTHubDisconnect.Hubs;

/// <summary>
/// What a metric usually is by now, and how far below that it usually strays: medians over the minutes before, which
/// outliers do not move, and which follow a slow drift.
/// </summary>
internal sealed class UsualLevel
{
    private const int LevelMinutes = 20;
    private const int StrayMinutes = 60;

    /// <summary>Fewer minutes tell no level, and fewer no spread around it.</summary>
    private const int LeastMinutes = 5,
        LeastStrays = 10;

    /// <summary>From the median of deviations to a standard deviation, where the deviations are normal.</summary>
    private const double MedianToDeviation = 1.4826;

    private const double Deviations = 6;
    private const double LeastShare = 0.05;
    private const double LeastDevices = 3;

    private readonly Queue<double> _values = new();
    private readonly Queue<double> _strays = new();

    /// <summary>The level; null until enough minutes are known.</summary>
    public double? Level { get; private set; }

    /// <summary>How far below the level is farther than chance and drift explain.</summary>
    public double Threshold { get; private set; } = double.PositiveInfinity;

    public void Add(double value)
    {
        if (Level is { } level)
            Push(_strays, level - value, StrayMinutes);
        Push(_values, value, LevelMinutes);
        if (_values.Count < LeastMinutes)
            return;
        Level = Median(_values);
        if (_strays.Count < LeastStrays)
            return;
        var middle = Median(_strays);
        var spread = MedianToDeviation * Median(_strays.Select(s => Math.Abs(s - middle)));
        Threshold = Math.Max(Math.Max(LeastDevices, LeastShare * Level.Value), middle + Deviations * spread);
    }

    private static void Push(Queue<double> queue, double value, int most)
    {
        queue.Enqueue(value);
        if (queue.Count > most)
            queue.Dequeue();
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0)
            return 0;
        var half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
