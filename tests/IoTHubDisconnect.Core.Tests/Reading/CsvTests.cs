using System.Text;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

public sealed class CsvTests
{
    private const string Header = "TimeGenerated,OperationName,Category,ResultType,properties_s";

    /// <summary>What, a row or rows between two good ones, and the problems as kind and line.</summary>
    public static TheoryData<string, string, string> Broken() =>
        new()
        {
            { "too few fields", "2026-11-16T01:58:36Z,deviceConnect", "BrokenRow 3" },
            { "too many fields", Row("x") + ",1,2", "BrokenRow 3" },
            {
                "unclosed quote",
                "2026-11-16T01:58:36Z,deviceConnect,Connections,,\"{\"\"deviceId\"\":\"\"x",
                "BrokenRow 3"
            },
            { "unclosed quote at the start", "\"2026-11-16T01:58:36Z,deviceConnect,Connections,,", "BrokenRow 3" },
            { "text after a quote", "2026-11-16T01:58:36Z,\"device\"Connect,Connections,,", "BrokenRow 3" },
            { "time that is no time", Row("x").Replace("2026", "20y6"), "InvalidTime 3" },
            { "no device", "2026-11-16T01:58:36Z,deviceConnect,Connections,,\"{}\"", "IncompleteRow 3" },
            { "no properties", "2026-11-16T01:58:36Z,deviceConnect,Connections,,", "IncompleteRow 3" },
            { "no operation", Row("x").Replace("deviceConnect", ""), "IncompleteRow 3" },
            { "properties that are no JSON", "2026-11-16T01:58:36Z,deviceConnect,Connections,,none", "BrokenRow 3" },
            { "other category", Row("x").Replace("Connections", "Routes"), "OtherCategory 3" },
            { "two bad rows", "x\n" + Row("x").Replace("2026", "") + "\n", "BrokenRow 3, InvalidTime 4" },
            { "blank lines", "\n\r\n\n", "" },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_row_is_named_and_costs_no_other(string name, string between, string problems)
    {
        var content = Encoding.UTF8.GetBytes($"{Header}\n{Row("a")}\n{between}\n{Row("b")}\n{Row("c")}");
        foreach (var window in (int[])[20, 1000])
        {
            var reading = new LogReading { WindowLength = window }.Read(content);
            Assert.Equal(
                problems,
                string.Join(", ", reading.Problems.Select(problem => $"{problem.Kind} {problem.Line}"))
            );
            Assert.True(reading.Rows.Select(row => row.DeviceId).SequenceEqual(["a", "b", "c"]), name);
        }
    }

    [Theory]
    [InlineData("TimeGenerated,OperationName,Category", "properties_s")]
    [InlineData("OperationName;properties_s", "TimeGenerated")]
    [InlineData("TimeGenerated\tproperties_s", "OperationName")]
    [InlineData("hub,deviceId,kind,time", "OperationName")]
    [InlineData("hub,deviceId,kind", "TimeGenerated")]
    public void A_missing_column_is_named_beside_those_found(string header, string missing)
    {
        var reading = LogReading.Of($"{header}\n1,2,3\n");
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((LogProblemKind.MissingColumn, 1), (problem.Kind, problem.Line));
        Assert.Contains(
            $"no column {missing} among {string.Join(", ", header.Split(',', ';', '\t'))}.",
            problem.Message
        );
        Assert.Contains("Export", problem.Message);
        Assert.StartsWith("log, line 1: ", problem.Message);
    }

    [Fact]
    public void A_missing_column_in_a_query_result_is_named()
    {
        var reading = LogReading.Of(
            """{"tables":[{"name":"PrimaryResult","columns":[{"name":"TimeGenerated"},{"name":"Level"}],"rows":[["2026-11-16T01:58:36Z","Error"]]}]}"""
        );
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(LogProblemKind.MissingColumn, problem.Kind);
        Assert.Contains("OperationName", problem.Message);
    }

    [Fact]
    public void The_portal_export_is_read()
    {
        var reading = LogReading.Of(
            "\"TimeGenerated [UTC]\",\"ResourceId\",\"OperationName\",\"properties_s\"\r\n"
                + $"\"11/16/2026, 1:58:36.779 AM\",\"/HUB\",\"deviceConnect\",\"{{\"\"deviceId\"\":\"\"a\"\"}}\"\r\n"
        );
        Assert.Empty(reading.Problems);
        Assert.Equal(
            new LogRow
            {
                Ticks = new DateTime(2026, 11, 16, 1, 58, 36, 779).Ticks,
                ResourceId = "/HUB",
                OperationName = "deviceConnect",
                DeviceId = "a",
            },
            reading.Rows[0]
        );
    }

    [Theory]
    [InlineData("TimeGenerated [UTC]", false)]
    [InlineData("TimeGenerated [Local Time]", true)]
    [InlineData("TimeGenerated [UTC+3]", false)]
    public void A_time_zone_that_is_not_known_is_told(string column, bool isTold)
    {
        var reading = LogReading.Of($"{Header.Replace("TimeGenerated", column)}\n{Row("a")}\n");
        Assert.Equal(isTold ? [LogProblemKind.UnknownTimeZone] : [], reading.Problems.Select(problem => problem.Kind));
        Assert.Single(reading.Rows);
    }

    [Theory]
    [InlineData("ResourceId,_ResourceId,Resource", "/A,/B,C", "/A")]
    [InlineData("Resource,_ResourceId,ResourceId", "C,/B,", "/B")]
    [InlineData("Resource", "C", "C")]
    [InlineData("Other", "C", "")]
    public void The_hub_is_taken_from_what_there_is(string columns, string values, string expected) =>
        Assert.Equal(expected, LogReading.Of($"{columns},{Header}\n{values},{Row("a")}\n").Rows[0].ResourceId);

    [Fact]
    public void Properties_may_have_line_breaks()
    {
        var reading = LogReading.Of(
            $"{Header}\n{Row("a").Replace("{", "{\r\n ")}\r\n{Row("b").Replace("2026", "x")}\r\n"
        );
        Assert.Equal("a", Assert.Single(reading.Rows).DeviceId);
        Assert.Equal(4, Assert.Single(reading.Problems).Line);
    }

    private static string Row(string device) =>
        $"2026-11-16T01:58:36Z,deviceConnect,Connections,,\"{{\"\"deviceId\"\":\"\"{device}\"\"}}\"";
}
