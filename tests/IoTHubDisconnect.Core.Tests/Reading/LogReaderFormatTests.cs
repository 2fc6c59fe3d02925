using CsCheck;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class LogReaderFormatTests
{
    public static TheoryData<string, string> LayoutsAndPackagings()
    {
        var data = new TheoryData<string, string>();
        foreach (var layout in LogLayout.All)
        foreach (var packaging in LogPackaging.All.Keys)
            data.Add(layout.Name, packaging);
        return data;
    }

    [Theory]
    [MemberData(nameof(LayoutsAndPackagings))]
    public void Every_format_gives_the_same_rows(string layout, string packaging)
    {
        LogRow[] rows = [.. LogRows.Fixed(40), .. LogRows.Fixed(40, LogRows.Odd)];
        var content = LogPackaging.All[packaging](LogLayout.Of(layout).Write(rows));
        foreach (var window in (int[])[16, 777, 256 * 1024])
        {
            var reading = new LogReading { WindowLength = window }.Read(content);
            Assert.Empty(reading.Problems);
            Assert.Equal(rows, reading.Rows);
        }
    }

    [Theory]
    [MemberData(nameof(LayoutsAndPackagings))]
    public void Threads_that_share_a_file_give_the_same_rows(string layout, string packaging)
    {
        LogRow[] rows = [.. LogRows.Fixed(60), .. LogRows.Fixed(20, LogRows.Odd)];
        var content = LogPackaging.All[packaging](LogLayout.Of(layout).Write(rows));
        var reading = new LogReading
        {
            Threads = 3,
            WindowLength = 256,
            RangeLength = 1500,
        }.ReadFile(content);
        Assert.Empty(reading.Problems);
        Assert.Equal(Sorted(rows), Sorted(reading.Rows));
        Assert.Equal(rows.Length, reading.Statistics!.Rows);
    }

    [Fact]
    public void Rows_of_any_kind_survive_any_format()
    {
        Gen.Select(
                LogRows.Any.Array[0, 12],
                Gen.OneOf(LogLayout.All.ToArray()),
                Gen.OneOf(LogPackaging.All.Keys.ToArray()),
                Gen.Int[1, 2000]
            )
            .Sample(
                (rows, layout, packaging, window) =>
                {
                    var content = LogPackaging.All[packaging](layout.Write(rows));
                    var reading = new LogReading { WindowLength = window }.Read(content);
                    Assert.Equal(rows, reading.Rows);
                    Assert.All(
                        reading.Problems,
                        problem => Assert.Equal(IoTHubDisconnect.Reading.LogProblemKind.EmptyFile, problem.Kind)
                    );
                },
                iter: 1000,
                threads: 1
            );
    }

    private static IEnumerable<LogRow> Sorted(IEnumerable<LogRow> rows) =>
        rows.OrderBy(row => row.Ticks).ThenBy(row => row.ToString(), StringComparer.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void One_zero_does_not_make_UTF_16_of_a_file(int at)
    {
        var rows = LogRows.Fixed(5);
        var text = LogLayout.Of("storage export").Write(rows);

        var reading = LogReading.Of(text.Insert(at, "\0"));

        Assert.Equal(rows[1..], reading.Rows);
    }

    [Fact]
    public void It_is_never_said_of_a_row_that_was_read_that_it_was_passed_over()
    {
        var rows = LogRows.Fixed(3);
        var text = LogLayout.Of("envelope").Write(rows);

        LogReading cut = LogReading.Of(text.TrimEnd()[..^1]),
            stray = LogReading.Of(LogLayout.Of("storage export").Write(rows).TrimEnd() + "}");

        Assert.All(
            (LogReading[])[cut, stray],
            reading =>
            {
                Assert.Equal(rows, reading.Rows);
                Assert.DoesNotContain("row was passed over", Assert.Single(reading.Problems).Message);
            }
        );
    }
}
