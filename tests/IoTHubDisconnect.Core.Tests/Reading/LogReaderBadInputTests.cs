using System.Text;
using System.Text.Json.Nodes;
using IoTHubDisconnect.Reading;
using static IoTHubDisconnect.Core.Tests.Reading.BrokenLogs;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class LogReaderBadInputTests
{
    [Theory]
    [MemberData(nameof(BrokenLogs.All), MemberType = typeof(BrokenLogs))]
    public void A_broken_row_is_named_and_costs_no_other(string name, string text, string problems)
    {
        foreach (var reading in Everyhow(text))
        {
            Assert.Equal(
                problems,
                string.Join(", ", reading.Problems.Select(problem => $"{problem.Kind} {problem.Line}"))
            );
            Assert.Equal(
                Rows[..4].ToHashSet(),
                reading.Rows.Select(row => row with { ResourceId = Rows[0].ResourceId }).ToHashSet()
            );
            Assert.True(reading.Rows.Count == 4, name);
        }
    }

    [Theory]
    [InlineData("lines")]
    [InlineData("indented")]
    [InlineData("csv")]
    public void A_row_that_the_file_ends_in_is_cut_off(string format)
    {
        var whole = format switch
        {
            "csv" => TableCsv.Write(Rows[..2], ',', "\n"),
            "lines" => Join(Lines[..2]),
            _ => new JsonArray(
                RecordJson.Exported(Rows[0], RecordJson.Compact),
                RecordJson.Exported(Rows[1], RecordJson.Compact)
            ).ToJsonString(RecordJson.Indented),
        };
        for (var missing = 40; missing < 240; missing += 7)
            foreach (var reading in Everyhow(whole[..^missing]))
                Assert.Contains(": the row is cut off. ", reading.Problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_cut_off_before_others_is_called_so()
    {
        foreach (
            var cut in (string[])["{\"time\":\"2026-11-16T0", "{\"time\":", "{\"a\":1,", "{\"a\":tru", "{\"a\":1."]
        )
        foreach (var reading in Everyhow(Join(Lines[0], cut, Lines[1])))
            Assert.Contains(
                "line 2: the row is cut off.",
                Assert.Single(reading.Problems).Message,
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("time", "46342.000079", "'46342.000079' is no time")]
    [InlineData("properties", "{\"deviceId\":\"d", "they are cut off")]
    public void A_file_of_which_no_row_can_be_read_gives_one_problem(string member, string value, string detail)
    {
        foreach (var reading in Everyhow(Join(With(member, value), With(member, value), With(member, value))))
        {
            var problem = Assert.Single(reading.Problems);
            Assert.Equal((LogProblemKind.NoReadableRow, 1), (problem.Kind, problem.Line));
            Assert.Contains(detail, problem.Message, StringComparison.Ordinal);
            Assert.Contains("(3)", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_many_broken_rows_ten_are_named_and_the_rest_summed_up()
    {
        var text = Join(Enumerable.Range(0, 40).SelectMany(i => (string[])[Lines[i % 8], "broken " + i]).ToArray());
        foreach (var reading in Everyhow(text))
        {
            Assert.Equal(40, reading.Rows.Count);
            Assert.Equal(40, reading.Statistics!.BrokenRows);
            Assert.Equal([2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 80], reading.Problems.Select(problem => problem.Line));
            Assert.Contains("30 more", reading.Problems[^1].Message);
        }
    }

    [Fact]
    public void Other_categories_are_summed_up_with_their_names()
    {
        var text = Join(
            Lines[0],
            With("category", "Routes"),
            With("category", "routes"),
            With("category", "DeviceTelemetry"),
            Lines[1]
        );
        foreach (var reading in Everyhow(text))
        {
            var problem = Assert.Single(reading.Problems);
            Assert.Equal((LogProblemKind.OtherCategory, 2), (problem.Kind, problem.Line));
            Assert.Contains("3 row(s)", problem.Message);
            Assert.Contains("Routes, routes, DeviceTelemetry", problem.Message);
            Assert.Equal(3, reading.Statistics!.OtherRows);
        }
    }

    [Theory]
    [InlineData("", LogProblemKind.EmptyFile)]
    [InlineData(" \r\n\n\t", LogProblemKind.EmptyFile)]
    [InlineData("Dear reader, this is a letter.\nNo log.\n", LogProblemKind.UnknownFormat)]
    [InlineData("<html><body>Sign in</body></html>", LogProblemKind.UnknownFormat)]
    [InlineData(
        "{\"value\":[{\"name\":{\"value\":\"connectedDeviceCount\"},\"timeseries\":[{\"data\":[]}]}]}",
        LogProblemKind.UnknownFormat
    )]
    [InlineData("{\"a\":1}\n{\"a\":2}\n", LogProblemKind.UnknownFormat)]
    [InlineData("\u007fELF\u0002\u0001\u0001\0\0\0{\"\0\0", LogProblemKind.UnknownFormat)]
    [InlineData("[\u0001\u0002\u0003{\"x\"\n\n\n{\"", LogProblemKind.UnknownFormat)]
    public void A_file_that_is_no_log_gives_one_problem(string text, LogProblemKind kind)
    {
        foreach (var reading in Everyhow(text))
        {
            Assert.Equal(kind, Assert.Single(reading.Problems).Kind);
            Assert.Empty(reading.Rows);
        }
    }

    [Theory]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\b\0PT1H.json\u0001", "zip archive", "Expand-Archive")]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\0\0a.json{\"time\":\"", "zip archive", "Expand-Archive")]
    [InlineData("PK\u0003\u0004\u0014\0\u0006\0\b\0[Content_Types].xml\u0001", "Excel workbook", "Save it as CSV")]
    [InlineData("Obj\u0001\u0004\u0014avro.codec\bnull", "Avro file", "Convert it to JSON")]
    [InlineData("PAR1\u0015\u0004\u0015", "Parquet file", "Convert it to JSON or CSV")]
    [InlineData("Rar!\u001a\u0007\0", "RAR archive", "Unpack it")]
    public void A_file_of_another_kind_is_called_by_its_name(string content, string kind, string step)
    {
        foreach (var reading in Everyhow(content))
        {
            var problem = Assert.Single(reading.Problems);
            Assert.Equal(LogProblemKind.UnknownFormat, problem.Kind);
            Assert.Matches($": this is an? {kind}.*{step}", problem.Message);
        }
    }

    [Fact]
    public void A_category_in_other_letters_or_none_is_taken()
    {
        var reading = LogReading.Of(Join(With("category", "CONNECTIONS"), Without("category"), With("category", null)));
        Assert.Equal(3, reading.Rows.Count);
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("azure-iot-device%2F1.18.3%20(node)", "azure-iot-device/1.18.3 (node)")]
    [InlineData(".NET%2f1.42.1%zz%", ".NET/1.42.1%zz%")]
    [InlineData("100%20", "100%20")]
    [InlineData("a%252Fb%2Fc", "a%2Fb/c")]
    public void An_encoded_sdk_version_is_decoded_once(string written, string expected) =>
        Assert.Equal(expected, LogReading.Of(Line(Rows[0] with { SdkVersion = written })).Rows[0].SdkVersion);

    private static IEnumerable<LogReading> Everyhow(string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        yield return LogReading.Of(content);
        yield return new LogReading { WindowLength = 50 }.Read(content);
        yield return new LogReading
        {
            WindowLength = 333,
            RangeLength = 1000,
            Threads = 2,
        }.ReadFile(content);
        yield return LogReading.Of(LogPackaging.Gzip(content));
    }
}
