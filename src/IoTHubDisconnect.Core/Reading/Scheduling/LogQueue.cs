using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Scheduling;

/// <summary>The sources, and ranges of sources, that are still to be read.</summary>
internal sealed class LogQueue
{
    private readonly object _lock = new();
    private readonly Queue<LogJob> _jobs;
    private readonly Queue<LogRange> _ranges = new();
    private int _unfinished;

    internal LogQueue(IEnumerable<LogJob> jobs)
    {
        _jobs = new Queue<LogJob>(jobs);
        _unfinished = _jobs.Count;
    }

    /// <summary>Waits while a source is being opened that may turn out to be shared.</summary>
    /// <returns>False when there is nothing left to do.</returns>
    internal bool TryTake(out LogJob? job, out LogRange? range)
    {
        job = null;
        range = null;
        lock (_lock)
            while (true)
            {
                if (_ranges.TryDequeue(out var next))
                {
                    range = next;
                    return true;
                }
                if (_jobs.TryDequeue(out job))
                    return true;
                if (_unfinished <= 0)
                    return false;
                Monitor.Wait(_lock);
            }
    }

    internal void Add(LogRange[] ranges)
    {
        lock (_lock)
        {
            foreach (var range in ranges)
                _ranges.Enqueue(range);
            Monitor.PulseAll(_lock);
        }
    }

    internal void Finish(LogJob job, int range, RangeTally tally)
    {
        if (!job.Finish(range, tally))
            return;
        lock (_lock)
        {
            _unfinished--;
            Monitor.PulseAll(_lock);
        }
    }

    /// <summary>Lets all who wait go.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            _jobs.Clear();
            _ranges.Clear();
            _unfinished = 0;
            Monitor.PulseAll(_lock);
        }
    }
}
