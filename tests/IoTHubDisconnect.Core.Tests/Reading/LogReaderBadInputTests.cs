using System.Text;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class LogReaderBadInputTests
{
    private static readonly LogRow[] Rows = LogRows.Fixed(8);

    private static readonly string[] Lines = Rows.Select(Line).ToArray();

    private static string Half => Lines[7][..200];

    /// <summary>What, the text with four good rows in it, and the problems as kind and line.</summary>
    public static TheoryData<string, string, string> Broken() =>
        new()
        {
            { "word", Join(Lines[0], Lines[1], "not json", Lines[2], Lines[3]), "BrokenRow 3" },
            { "cut line", Join(Lines[0], Half, Lines[1], Lines[2], Lines[3]), "BrokenRow 2" },
            { "cut first line", Join(Half, Lines[0], Lines[1], Lines[2], Lines[3]), "BrokenRow 1" },
            {
                "cut line at a comma",
                Join(Lines[0], Lines[7][..(Lines[7].IndexOf(',') + 1)], Lines[1], Lines[2], Lines[3]),
                "BrokenRow 2"
            },
            {
                "cut line at a colon",
                Join(Lines[0], Lines[7][..(Lines[7].IndexOf(':') + 1)], Lines[1], Lines[2], Lines[3]),
                "BrokenRow 2"
            },
            { "file ends within a row", Join(Lines[..4]) + Half, "BrokenRow 5" },
            { "next row glued to a cut one", Join(Lines[0], Half + Lines[1], Lines[2], Lines[3]), "BrokenRow 2" },
            { "rows glued", Join(Lines[0] + Lines[1], Lines[2], Lines[3]), "" },
            {
                "several broken lines",
                Join(Lines[0], Half, Lines[1], "x", "", "}", Lines[2], Lines[3], Half),
                "BrokenRow 2, BrokenRow 4, BrokenRow 6, BrokenRow 9"
            },
            {
                "time that is no time",
                Join(Lines[0], With("time", "yesterday"), Lines[1], Lines[2], Lines[3]),
                "InvalidTime 2"
            },
            { "no time", Join(Lines[0], Without("time"), Lines[1], Lines[2], Lines[3]), "InvalidTime 2" },
            {
                "no operation",
                Join(Lines[0], Without("operationName"), Lines[1], Lines[2], Lines[3]),
                "IncompleteRow 2"
            },
            {
                "no device",
                Join(Lines[0], With("properties", "{\"protocol\":\"Mqtt\"}"), Lines[1], Lines[2], Lines[3]),
                "IncompleteRow 2"
            },
            { "no properties", Join(Lines[0], Lines[1], Without("properties"), Lines[2], Lines[3]), "IncompleteRow 3" },
            {
                "broken properties",
                Join(Lines[0], With("properties", "{\"deviceId\":\"d\""), Lines[1], Lines[2], Lines[3]),
                "BrokenRow 2"
            },
            {
                "properties of another kind",
                Join(Lines[0], With("properties", "[1]"), Lines[1], Lines[2], Lines[3]),
                "BrokenRow 2"
            },
            {
                "foreign object",
                Join(Lines[0], "{\"a\":[1,{\"b\":2}]}", Lines[1], Lines[2], Lines[3]),
                "IncompleteRow 2"
            },
            {
                "other categories",
                Join(
                    Lines[0],
                    With("category", "DeviceTelemetry"),
                    Lines[1],
                    With("category", "Routes"),
                    Lines[2],
                    Lines[3]
                ),
                "OtherCategory 2"
            },
            {
                "other categories with properties of any kind",
                Join(Lines[0], With("category", "Routes", "properties", "none"), Lines[1], Lines[2], Lines[3]),
                "OtherCategory 2"
            },
            {
                "control character",
                Join(Lines[0], Lines[7].Replace("Mqtt", "Mq\u0001tt"), Lines[1], Lines[2], Lines[3]),
                "BrokenRow 2"
            },
            { "zero bytes", Join(Lines[0], "\0\0\0\0\0\0", Lines[1], Lines[2], Lines[3]), "BrokenRow 2" },
            { "bracket too many", Join(Lines[0], "]", Lines[1], Lines[2], Lines[3]), "BrokenRow 2" },
            { "element cut in an array", $"[{Lines[0]},{Half},{Lines[1]},\n{Lines[2]},{Lines[3]}]", "BrokenRow 1" },
            {
                "element missing its brace",
                $"[\n{Lines[0]},\n{Lines[7][..^1]},\n{Lines[1]},\n{Lines[2]},\n{Lines[3]}\n]",
                "BrokenRow 3"
            },
            { "number in an array", $"[\n{Lines[0]},\n17,\n{Lines[1]},\n{Lines[2]},\n{Lines[3]}\n]", "BrokenRow 3" },
            { "array cut off", $"[\n{Lines[0]},\n{Lines[1]},\n{Lines[2]},\n{Lines[3]},\n", "BrokenRow 6" },
            { "envelope cut off", $"{{\"records\":[{Lines[0]},{Lines[1]},{Lines[2]},{Lines[3]},{Half}", "BrokenRow 1" },
            {
                "envelope cut, another glued",
                $"{{\"records\":[{Lines[0]},{Half}{{\"records\":[{Lines[1]},{Lines[2]}"
                    + $"]}}\n{{\"records\":[{Lines[3]}]}}",
                "BrokenRow 1"
            },
            {
                "element broken in envelopes per line",
                $"{{\"records\":[{Lines[0]},{Half}]}}\n{{\"records\":[{Lines[1]},{Lines[2]}"
                    + $"]}}\n{{\"records\":[{Lines[3]}]}}",
                "BrokenRow 1"
            },
            { "row broken in a table", Table("[\"x\",\"y\"]"), "BrokenRow 5" },
            { "row cut in a table", Table("[\"x\",\"y"), "BrokenRow 5" },
            {
                "row with a bad time in a table",
                Table(
                    TableLines(Rows)
                        .Single(line => line.Contains(RecordJson.Time(Rows[7])))
                        .Replace(RecordJson.Time(Rows[7]), "never")
                ),
                "InvalidTime 5"
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
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

    private static string Line(LogRow row) =>
        RecordJson.Exported(row, RecordJson.Compact).ToJsonString(RecordJson.Compact);

    private static string With(params string?[] members)
    {
        var record = RecordJson.Exported(Rows[7], RecordJson.Compact);
        for (var i = 0; i < members.Length; i += 2)
            record[members[i]!] = members[i + 1];
        return record.ToJsonString(RecordJson.Compact);
    }

    private static string Without(string name)
    {
        var record = RecordJson.Exported(Rows[7], RecordJson.Compact);
        record.Remove(name);
        return record.ToJsonString(RecordJson.Compact);
    }

    private static string Join(params string[] lines) => string.Concat(lines.Select(line => line + "\n"));

    private static string Table(string row)
    {
        var lines = TableLines(Rows[..4]);
        return string.Join('\n', [.. lines[..4], row.TrimEnd(',') + ",", .. lines[4..]]);
    }

    private static string[] TableLines(LogRow[] rows) =>
        TableJson
            .Write(rows, "tables", "columns", "name", "rows")
            .ToJsonString(RecordJson.Compact)
            .Replace("\"rows\":[[", "\"rows\":[\n[")
            .Replace("],[", "],\n[")
            .Replace("]]},", "]\n]},")
            .Split('\n');

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
