using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Scheduling;

namespace IoTHubDisconnect.Reading;

/// <summary>
/// Reads logs of every format on several threads. The caller's thread waits; problems and progress are told on it, so
/// that they may be written to a pipeline.
/// </summary>
internal sealed class LogReader(LogReaderOptions options)
{
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Reads files.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was called for.</exception>
    public LogReadStatistics Read(IReadOnlyList<string> files, CancellationToken cancellation) =>
        Read(files.Select(LogSource.OfFile).ToArray(), cancellation);

    /// <summary>Reads files, or streams from elsewhere.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was called for.</exception>
    public LogReadStatistics Read(IReadOnlyList<LogSource> sources, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        cancellation.ThrowIfCancellationRequested();
        using var run = new LogRun(sources, options, cancellation);
        run.Start();
        while (run.Wait(ReportInterval))
        {
            cancellation.ThrowIfCancellationRequested();
            Report(run);
            options.Progress?.Invoke(run.Progress);
        }
        cancellation.ThrowIfCancellationRequested();
        run.ThrowIfFailed();
        Report(run);
        options.Progress?.Invoke(run.Progress);
        return run.Statistics;
    }

    private void Report(LogRun run)
    {
        foreach (var problem in run.TakeProblems())
            options.Report(problem);
    }
}
