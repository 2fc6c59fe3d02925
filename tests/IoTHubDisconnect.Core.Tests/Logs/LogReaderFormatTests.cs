using CsCheck;

namespace IoTHubDisconnect.Core.Tests.Logs;

public sealed class LogReaderFormatTests
{
    public static TheoryData<string, string> LayoutsAndPackagings()
    {
        var data = new TheoryData<string, string>();
        foreach (LogLayout layout in LogLayout.All)
            foreach (string packaging in LogPackaging.All.Keys)
                data.Add(layout.Name, packaging);
        return data;
    }

    [Theory]
    [MemberData(nameof(LayoutsAndPackagings))]
    public void Every_format_gives_the_same_rows(string layout, string packaging)
    {
        LogRow[] rows = [.. LogRows.Fixed(40), .. LogRows.Fixed(40, LogRows.Odd)];
        byte[] content = LogPackaging.All[packaging](LogLayout.Of(layout).Write(rows));
        foreach (int window in (int[])[16, 777, 256 * 1024])
        {
            LogReading reading = new LogReading { WindowLength = window }.Read(content);
            Assert.Empty(reading.Problems);
            Assert.Equal(rows, reading.Rows);
        }
    }

    [Theory]
    [MemberData(nameof(LayoutsAndPackagings))]
    public void Threads_that_share_a_file_give_the_same_rows(string layout, string packaging)
    {
        LogRow[] rows = [.. LogRows.Fixed(60), .. LogRows.Fixed(20, LogRows.Odd)];
        byte[] content = LogPackaging.All[packaging](LogLayout.Of(layout).Write(rows));
        LogReading reading = new LogReading { Threads = 3, WindowLength = 256, RangeLength = 1500 }.ReadFile(content);
        Assert.Empty(reading.Problems);
        Assert.Equal(Sorted(rows), Sorted(reading.Rows));
        Assert.Equal(rows.Length, reading.Statistics!.Rows);
    }

    [Fact]
    public void Rows_of_any_kind_survive_any_format()
    {
        Gen.Select(LogRows.Any.Array[0, 12], Gen.OneOf(LogLayout.All.ToArray()), Gen.OneOf(LogPackaging.All.Keys.ToArray()), Gen.Int[1, 2000])
            .Sample(
                (rows, layout, packaging, window) =>
                {
                    byte[] content = LogPackaging.All[packaging](layout.Write(rows));
                    LogReading reading = new LogReading { WindowLength = window }.Read(content);
                    Assert.Equal(rows, reading.Rows);
                    Assert.All(reading.Problems, problem => Assert.Equal(IoTHubDisconnect.Logs.LogProblemKind.EmptyFile, problem.Kind));
                },
                iter: 1000, threads: 1);
    }

    private static IEnumerable<LogRow> Sorted(IEnumerable<LogRow> rows) => rows.OrderBy(row => row.Ticks).ThenBy(row => row.ToString(), StringComparer.Ordinal);
}
