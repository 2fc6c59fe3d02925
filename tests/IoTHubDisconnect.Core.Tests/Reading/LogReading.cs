using System.Text;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Reads logs with the reader and keeps all that comes of it.</summary>
internal sealed class LogReading
{
    private readonly List<LogRow> _rows = [];

    internal int Threads { get; init; } = 1;

    internal LogDateOrder? DateOrder { get; init; }

    internal int WindowLength { get; init; } = 256 * 1024;

    internal int LongestRow { get; init; } = 1024 * 1024;

    internal long RangeLength { get; init; } = 8 * 1024 * 1024;

    /// <summary>On one thread, in the order of the file.</summary>
    internal IReadOnlyList<LogRow> Rows => _rows;

    internal List<LogProblem> Problems { get; } = [];

    internal LogReadStatistics? Statistics { get; private set; }

    internal static LogReading Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    internal static LogReading Of(byte[] content) => new LogReading().Read(content);

    internal LogReading Read(byte[] content) =>
        Read([new LogSource("log", content.Length, _ => new MemoryStream(content))]);

    /// <summary>Reads by way of a file, which is what threads can share.</summary>
    internal LogReading ReadFile(byte[] content)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllBytes(path, content);
        try
        {
            return Read([LogSource.OfFile(path)]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal LogReading Read(IReadOnlyList<LogSource> sources, CancellationToken cancellation = default)
    {
        var options = new LogReaderOptions
        {
            SinkFactory = () => new Sink(_rows),
            Report = Problems.Add,
            Threads = Threads,
            DateOrder = DateOrder,
            WindowLength = WindowLength,
            LongestRow = LongestRow,
            RangeLength = RangeLength,
        };
        Statistics = new LogReader(options).Read(sources, cancellation);
        return this;
    }

    private sealed class Sink(List<LogRow> rows) : ILogRecordSink
    {
        public void Add(scoped in LogRecord record)
        {
            var row = LogRow.Of(record);
            lock (rows)
                rows.Add(row);
        }
    }
}
