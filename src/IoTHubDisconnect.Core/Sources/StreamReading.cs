using System.Globalization;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Sources;

/// <summary>Reads rows from whatever opens as a stream.</summary>
internal static class StreamReading
{
    /// <summary>Reads files, as many at once as there are processors.</summary>
    public static ReadRows Read(
        IReadOnlyList<string> files,
        Action<LogProblem> report,
        Action<LogReadProgress>? progress,
        CancellationToken cancellation,
        LogDateOrder? dateOrder = null
    ) =>
        Read(
            [.. files.Select(LogSource.OfFile)],
            Environment.ProcessorCount,
            report,
            progress,
            cancellation,
            dateOrder
        );

    /// <param name="streams">What is read.</param>
    /// <param name="threads">How many of them at once.</param>
    /// <param name="report">Takes problems, on the calling thread.</param>
    /// <param name="progress">Takes word of how far reading came, on the calling thread.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="dateOrder">The order of day and month in all of them; null to find it in each.</param>
    public static ReadRows Read(
        IReadOnlyList<LogSource> streams,
        int threads,
        Action<LogProblem> report,
        Action<LogReadProgress>? progress,
        CancellationToken cancellation,
        LogDateOrder? dateOrder = null
    )
    {
        var store = new EventStore();
        try
        {
            var recorders = new List<EventRecorder>();
            var reader = new LogReader(
                new LogReaderOptions
                {
                    SinkFactory = () =>
                    {
                        var recorder = new EventRecorder(store);
                        lock (recorders)
                            recorders.Add(recorder);
                        return recorder;
                    },
                    Report = report,
                    Progress = progress,
                    Threads = threads,
                    DateOrder = dateOrder,
                }
            );
            var read = reader.Read(streams, cancellation);
            foreach (var recorder in recorders)
                recorder.Complete();
            var era = RowDays.EraOf(recorders.Select(r => r.Days));
            if (LogProblemText.OfFarTimes(streams, era) is { } problem)
                report(problem);
            var origin = string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted.Of(read.Files, "file")} ({read.Bytes / 1e6:N1} MB)"
            );
            return new ReadRows(store, era, origin) { CutFiles = read.CutFiles, CoarseFiles = read.CoarseFiles };
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
