using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Scheduling;

/// <summary>One source and what reading it came to.</summary>
internal sealed class LogJob(LogSource source)
{
    private RangeTally?[] _tallies = new RangeTally?[1];
    private int _open = 1;
    private volatile bool _isDone;

    internal LogSource Source { get; } = source;

    internal bool IsDone => _isDone;

    /// <summary>Has the source read in parts.</summary>
    internal LogRange[] Split(long start, long length, long rangeLength)
    {
        var count = (int)((length - start + rangeLength - 1) / rangeLength);
        _tallies = new RangeTally?[count];
        _open = count;
        return Enumerable
            .Range(0, count)
            .Select(i => new LogRange(
                this,
                i,
                start + (i * rangeLength),
                i == count - 1 ? long.MaxValue : start + ((i + 1) * rangeLength)
            ))
            .ToArray();
    }

    /// <returns>Whether that was the last part.</returns>
    internal bool Finish(int range, RangeTally tally)
    {
        _tallies[range] = tally;
        if (Interlocked.Decrement(ref _open) > 0)
            return false;
        _isDone = true;
        return true;
    }

    /// <summary>What all parts came to. They are let go with that.</summary>
    internal RangeTally TakeSum()
    {
        var sum = new RangeTally();
        foreach (var tally in _tallies)
            sum.Append(tally!);
        _tallies = [];
        return sum;
    }
}
