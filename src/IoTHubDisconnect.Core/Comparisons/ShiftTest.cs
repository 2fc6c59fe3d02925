namespace IoTHubDisconnect.Comparisons;

/// <summary>
/// Two periods of the same hubs. Were they alike, nothing would be special about the moment at which the one ends and
/// the other begins: so the two are joined to a ring, and that moment is put elsewhere on it, at random for each device
/// and each incident. Bursts, regular patterns and devices that are worse than others stay what they are.
/// </summary>
internal sealed class ShiftTest
{
    private readonly List<long[]> _units = [];
    private readonly long _length;
    private readonly long _window;
    private double _expected;
    private double _seen;
    private long _steps;

    public ShiftTest(TimeSpan reference, TimeSpan difference)
    {
        _length = (reference + difference).Ticks;
        _window = difference.Ticks;
    }

    /// <summary>Adds what stands and falls together.</summary>
    /// <param name="reference">Ticks since the reference began.</param>
    /// <param name="difference">Ticks since the difference began.</param>
    public void Add(IEnumerable<long> reference, IEnumerable<long> difference)
    {
        long[] inWindow = [.. difference.Select(Clamp)];
        long[] positions = [.. inWindow, .. reference.Select(t => Math.Clamp(t, 0, _length - _window - 1) + _window)];
        Array.Sort(positions);
        _units.Add(positions);
        _seen += inWindow.Length;
        _expected += (double)positions.Length * _window / _length;
        _steps += positions.Length == 1 ? 1 : 2 + (long)Math.Log2(positions.Length) * 2;
    }

    public double PValue(CancellationToken cancellation) =>
        ChanceTest.PValue(_seen - _expected, _steps, Trial, cancellation);

    private double Trial(Random random)
    {
        long all = 0;
        foreach (var unit in _units)
            all += CountFrom(unit, random.NextInt64(_length));
        return all - _expected;
    }

    /// <summary>How many positions of the ring lie in a window that begins there.</summary>
    private int CountFrom(long[] positions, long begin)
    {
        if (positions.Length == 1)
            return (positions[0] - begin + _length) % _length < _window ? 1 : 0;
        var end = begin + _window;
        return end <= _length
            ? Below(positions, end) - Below(positions, begin)
            : positions.Length - Below(positions, begin) + Below(positions, end - _length);
    }

    private static int Below(long[] positions, long limit)
    {
        var (low, high) = (0, positions.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (positions[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private long Clamp(long ticks) => Math.Clamp(ticks, 0, _window - 1);
}
