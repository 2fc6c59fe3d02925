using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading.Csv;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Scheduling;

/// <summary>Reads files and ranges of files on one thread, into one sink.</summary>
internal sealed class LogWorker(
    LogQueue queue,
    ILogRecordSink sink,
    LogReaderOptions options,
    Action<int> count,
    CancellationToken cancellation
) : IDisposable
{
    private readonly RowShapes _shapes = new();
    private LogSource? _opened;
    private SourceStream? _parts;
    private RangeTally _tally = new();
    private long _rows;

    /// <summary>The rows so far, as other threads may show it: near enough while one tally follows another.</summary>
    internal long Rows => Volatile.Read(ref _rows) + _tally.Rows;

    internal void Work()
    {
        while (queue.TryTake(out var job, out var range))
            if (range is { } part)
                ReadRange(part);
            else
                ReadWhole(job!);
    }

    private void ReadWhole(LogJob job)
    {
        var tally = Begin();
        if (Open(job.Source, tally) is { } source)
        {
            using var text = LogText.Open(source);
            var format = LogFormatFinder.Find(text.Stream.Head);
            var dates = WrittenDates.Of(text.Stream.Head);
            if (
                format == LogFormat.JsonLines
                && text.IsPlain
                && dates is null
                && job.Source.IsFile
                && job.Source.Length > options.RangeLength
            )
            {
                queue.Add(job.Split(text.MarkLength, job.Source.Length.Value, options.RangeLength));
                return;
            }
            if (format == LogFormat.Unknown)
                tally.AddRemark(LogProblemText.OfUnknown(text.Stream.Head));
            else
                Read(text, format, tally, options.DateOrder is null ? AllDates(job.Source, dates) : dates);
        }
        queue.Finish(job, 0, tally);
    }

    private void ReadRange(LogRange range)
    {
        // The byte before tells whether a line begins where the range does.
        var before = range.Index == 0 ? 0 : 1;
        var tally = Begin();
        if (OpenAt(range.Job.Source, range.Start - before, tally) is { } source)
        {
            using var window = Window(source, range.End - range.Start + before);
            if (before == 0 || TryMoveToLine(window))
                Read(window, LogFormat.JsonLines, tally);
        }
        queue.Finish(range.Job, range.Index, tally);
    }

    private RangeTally Begin()
    {
        Volatile.Write(ref _rows, Rows);
        return _tally = new RangeTally();
    }

    /// <summary>Parts of one source follow one another mostly, so it is left open.</summary>
    private SourceStream? OpenAt(LogSource source, long position, RangeTally tally)
    {
        if (_opened != source)
        {
            Dispose();
            _parts = Open(source, tally);
            _opened = _parts is null ? null : source;
        }
        _parts?.MoveTo(position);
        return _parts;
    }

    private SourceStream? Open(LogSource source, RangeTally tally)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return new SourceStream(source.Open(cancellation), source.IsFile, count, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            tally.Fail(error, 0);
            return null;
        }
    }

    public void Dispose() => _parts?.Dispose();

    /// <summary>The dates of a file's beginning, or of all of it where its beginning proves no order.</summary>
    private WrittenDates? AllDates(LogSource source, WrittenDates? dates)
    {
        if (!source.IsFile || dates is not { IsProven: false })
            return dates;
        using var text = LogText.Open(
            new SourceStream(source.Open(cancellation), source.IsFile, _ => { }, cancellation)
        );
        return WrittenDates.Of(text.Stream);
    }

    private void Read(LogText text, LogFormat format, RangeTally tally, WrittenDates? dates)
    {
        using var window = Window(text.Stream, long.MaxValue);
        Read(window, format, tally, dates);
    }

    private void Read(ByteWindow window, LogFormat format, RangeTally tally, WrittenDates? dates = null)
    {
        var receiver = new RowReceiver(sink, tally);
        receiver.Clock.IsDayFirst = options.DateOrder is { } order
            ? order == LogDateOrder.DayFirst
            : dates is { IsDayFirst: true };
        if (options.DateOrder is null && LogProblemText.OfDates(dates) is { } remark)
            tally.AddRemark(remark);
        if (format == LogFormat.Csv)
            new CsvLogParser(window, receiver, options.LongestRow).Read();
        else
            new JsonLogParser(window, receiver, _shapes, format == LogFormat.JsonLines, options.LongestRow).Read();
        if (window.Failure is not null)
            tally.Fail(window.Failure, window.Line);
    }

    private ByteWindow Window(Stream text, long end) =>
        new(text, options.WindowLength, options.LongestRow + options.WindowLength, cancellation) { End = end };

    private static bool TryMoveToLine(ByteWindow window)
    {
        while (true)
        {
            var found = window.Bytes.IndexOf((byte)'\n');
            window.Take(found < 0 ? window.Bytes.Length : found + 1);
            if (found >= 0 || window.Position >= window.End)
                return window.Position < window.End;
            if (!window.TryFill())
                return false;
        }
    }
}
