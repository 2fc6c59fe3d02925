using System.Runtime.ExceptionServices;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Scheduling;

/// <summary>One call of the reader: its threads, and what they came to so far.</summary>
internal sealed class LogRun : IDisposable
{
    private const long SizeClass = 16 * 1024 * 1024;

    private readonly CancellationTokenSource _stop;
    private readonly LogJob[] _jobs;
    private readonly LogQueue _queue;
    private readonly LogWorker[] _workers;
    private readonly Thread[] _threads;
    private readonly CountdownEvent _working;
    private readonly RangeTally _sum = new();
    private readonly long? _allBytes;
    private ExceptionDispatchInfo? _failure;
    private long _bytes;
    private int _reported;
    private int _cut;
    private int _coarse;

    internal LogRun(IReadOnlyList<LogSource> sources, LogReaderOptions options, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _jobs = sources.Select(source => new LogJob(source)).ToArray();
        // Large files first, so that no thread is left alone with one at the end; else in the order given.
        _queue = new LogQueue(_jobs.OrderByDescending(job => job.Source.Length / SizeClass));
        _allBytes = sources.All(source => source.Length is not null) ? sources.Sum(source => source.Length) : null;

        var parts = sources.Sum(source => 1 + ((source.Length ?? 0) / options.RangeLength));
        _workers = new LogWorker[Math.Clamp(parts, 1, options.Threads)];
        _threads = new Thread[_workers.Length];
        _working = new CountdownEvent(_threads.Length);
        for (var i = 0; i < _threads.Length; i++)
        {
            var worker = _workers[i] = new LogWorker(
                _queue,
                options.SinkFactory(),
                options,
                count => Interlocked.Add(ref _bytes, count),
                _stop.Token
            );
            _threads[i] = new Thread(() => Work(worker)) { IsBackground = true, Name = $"Log reader {i + 1}" };
        }
    }

    internal LogReadProgress Progress =>
        new(_reported, _jobs.Length, Interlocked.Read(ref _bytes), _allBytes, _workers.Sum(worker => worker.Rows));

    internal LogReadStatistics Statistics =>
        new(_jobs.Length, Interlocked.Read(ref _bytes), _sum.Rows, _sum.Others.Count, _sum.BrokenRows, _cut, _coarse);

    internal void Start()
    {
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <returns>False when all threads are done.</returns>
    internal bool Wait(TimeSpan time) => !_working.Wait(time);

    /// <summary>
    /// The problems of the files that are done and were not asked for yet, in the order of the files.
    /// </summary>
    internal List<LogProblem> TakeProblems()
    {
        var problems = new List<LogProblem>();
        for (; _reported < _jobs.Length && _jobs[_reported].IsDone; _reported++)
        {
            var job = _jobs[_reported];
            var tally = job.TakeSum();
            problems.AddRange(LogProblemText.Of(job.Source.Name, tally));
            _sum.Append(tally);
            _cut += tally.IsCut ? 1 : 0;
            _coarse += tally.IsCoarse ? 1 : 0;
        }
        return problems;
    }

    /// <summary>Throws what kept a thread from going on, other than its files: a sink's exception.</summary>
    internal void ThrowIfFailed() => _failure?.Throw();

    /// <summary>Stops the threads, wherever they are.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _queue.Close();
        foreach (var thread in _threads)
            if (thread.ThreadState != ThreadState.Unstarted)
                thread.Join();
        _working.Dispose();
        _stop.Dispose();
    }

    private void Work(LogWorker worker)
    {
        try
        {
            using (worker)
                worker.Work();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested) { }
        catch (Exception error)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(error), null);
            _stop.Cancel();
            _queue.Close();
        }
        _working.Signal();
    }
}
