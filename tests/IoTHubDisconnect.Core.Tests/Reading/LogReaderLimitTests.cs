using System.Text;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Input larger than memory should hold.</summary>
[Collection(nameof(LogReaderLimitTests))]
[CollectionDefinition(nameof(LogReaderLimitTests), DisableParallelization = true)]
public sealed class LogReaderLimitTests
{
    private const int Huge = 100_000_000;
    private const int Large = 10_000_000;
    private const long Bounded = 30_000_000;

    private static readonly LogRow[] Rows = LogRows.Fixed(2);

    private static string First => Line(Rows[0]);

    private static string Second => Line(Rows[1]);

    [Theory]
    [InlineData("{\"time\":\"2026-11-16T01:58:36Z\",\"padding\":\"", "a", "\"}", Huge, LogProblemKind.RowTooLong)]
    [InlineData(
        "{\"time\":\"2026-11-16T01:58:36Z\",\"padding\":[",
        "{\"a\":[1,2,3]},",
        "1]}",
        Large,
        LogProblemKind.RowTooLong
    )]
    [InlineData("x", "x", "x", Huge, LogProblemKind.BrokenRow)]
    [InlineData("{", "{\"", "x", Large, LogProblemKind.BrokenRow)]
    public void A_very_long_line_costs_no_other_row_and_little_memory(
        string begin,
        string filling,
        string end,
        int length,
        LogProblemKind kind
    )
    {
        var before = GC.GetTotalAllocatedBytes();
        var reading = Read(First + "\n" + begin, filling, length, end + "\n" + Second + "\n");
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Bounded);
        Assert.Equal(Rows, reading.Rows);
        Assert.Equal((kind, 2), (reading.Problems[0].Kind, reading.Problems[0].Line));
        Assert.Single(reading.Problems);
    }

    [Theory]
    [InlineData("{\"records\":[", "]}")]
    [InlineData("[", "]")]
    [InlineData("", "")]
    public void Records_on_one_line_of_100_MB_are_all_read(string begin, string end)
    {
        var counter = new Counter();
        var copies = Huge / (First.Length + 1);
        var options = new LogReaderOptions
        {
            SinkFactory = () => counter,
            Report = problem => Assert.Fail(problem.Message),
            Threads = 1,
        };
        var before = GC.GetTotalAllocatedBytes();
        new LogReader(options).Read([Source(begin + First, "," + First, end, copies)], default);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, Bounded);
        Assert.Equal(copies + 1, counter.Count);
    }

    [Fact]
    public void A_row_too_long_in_CSV_costs_no_other()
    {
        string header = "TimeGenerated,OperationName,properties_s\n",
            row = "2026-11-16T01:58:36Z,deviceConnect,\"{\"\"deviceId\"\":\"\"d\"\"}\"\n";
        var reading = Read(header + row, "a", Huge, "\n" + row);
        Assert.Equal(2, reading.Rows.Count);
        Assert.Equal((LogProblemKind.RowTooLong, 3), (Assert.Single(reading.Problems).Kind, reading.Problems[0].Line));
    }

    [Theory]
    [InlineData(1000, 0)]
    [InlineData(1001, 1)]
    public void The_limit_is_the_same_wherever_a_row_lies(int length, int problems)
    {
        var row = Line(Rows[0]);
        var padded = row[..^1] + ",\"padding\":\"" + new string('a', length - row.Length - 13) + "\"}";
        Assert.Equal(length, padded.Length);
        for (var before = 0; before < 40; before++)
        {
            var reading = new LogReading { WindowLength = 512, LongestRow = 1000 }.Read(
                Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(row + "\n", before)) + padded + "\n")
            );
            Assert.Equal(problems, reading.Problems.Count);
            Assert.Equal(before + 1 - problems, reading.Rows.Count);
        }
    }

    private static LogReading Read(string begin, string filling, int length, string end) =>
        new LogReading().Read([Source(begin, filling, end, length / filling.Length)]);

    private static LogSource Source(string begin, string filling, string end, int copies) =>
        new(
            "log",
            null,
            _ => new RepeatingStream(
                Encoding.UTF8.GetBytes(begin),
                Encoding.UTF8.GetBytes(filling),
                copies,
                Encoding.UTF8.GetBytes(end)
            )
        );

    private static string Line(LogRow row) =>
        RecordJson.Exported(row, RecordJson.Compact).ToJsonString(RecordJson.Compact);

    private sealed class Counter : ILogRecordSink
    {
        public int Count { get; private set; }

        public void Add(scoped in LogRecord record) => Count++;
    }
}
