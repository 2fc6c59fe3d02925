using System.Text.Json;
using IoTHubDisconnect.Reading;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>What exporters put around rows, and what is taken for rows and is none.</summary>
public sealed class WrapperTests
{
    private static readonly string[] Records = [.. Enumerable.Range(0, 3).Select(Record)];

    public static TheoryData<string, string> Wrapped() =>
        new()
        {
            { "value", $$"""{"@odata.nextLink":"https://example.org","value":[{{string.Join(',', Records)}}]}""" },
            { "value, indented", Indented($$"""{"value":[{{string.Join(',', Records)}}],"count":3}""") },
            {
                "capture, object",
                string.Join(
                    '\n',
                    Records.Select(r =>
                        $$"""{"partition":"1","body":{"records":[{{r}}]},"offset":"1200","systemProperties":{"x":1} }"""
                    )
                )
            },
            {
                "capture, one record each",
                string.Join('\n', Records.Select(r => $$"""{"Body":{{r}},"EnqueuedTimeUtc":"2026-11-16"}"""))
            },
            { "capture, array", $$"""[{"body":[{{string.Join(',', Records)}}],"annotations":null}]""" },
            {
                "capture, text",
                string.Join(
                    '\n',
                    Records.Select(r =>
                        $$"""{"SequenceNumber":7,"Body":{{JsonSerializer.Serialize($$"""{"records":[{{r}}]}""")}},"Properties":{} }"""
                    )
                )
            },
            {
                "capture, Base64",
                string.Join(
                    '\n',
                    Records.Select(r =>
                        $$"""{"SequenceNumber":7,"Body":"{{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(r))}}"}"""
                    )
                )
            },
            {
                "capture, text, indented",
                Indented($"[{string.Join(',', Records.Select(r => $$"""{"Body":{{JsonSerializer.Serialize(r)}}}"""))}]")
            },
            {
                "Kusto frames",
                Frames(
                    """{"FrameType":"DataTable","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[COLUMNS],"Rows":[ROWS]}"""
                )
            },
            {
                "Kusto frames in fragments",
                Frames(
                    """
                    {"FrameType":"TableHeader","TableId":1,"TableKind":"PrimaryResult","TableName":"PrimaryResult","Columns":[COLUMNS]},
                    {"FrameType":"TableFragment","TableFragmentType":"DataAppend","TableId":1,"Rows":[ROWS]},
                    {"FrameType":"TableProgress","TableId":1,"TableProgress":100},
                    {"FrameType":"TableCompletion","TableId":1,"RowCount":3}
                    """
                )
            },
            {
                "Export-Csv of Windows PowerShell",
                $"#TYPE Selected.System.Management.Automation.PSCustomObject\r\n{Csv(',')}"
            },
            { "a spreadsheet's separator", $"sep=;\r\n{Csv(';')}" },
            { "both", $"#TYPE System.Object\nSEP=;\n{Csv(';')}" },
        };

    [Theory]
    [MemberData(nameof(Wrapped))]
    public void Rows_are_read_out_of_what_is_around_them(string name, string text)
    {
        foreach (var window in (int[])[64, 100_000])
        {
            var reading = new LogReading { WindowLength = window }.Read(System.Text.Encoding.UTF8.GetBytes(text));
            Assert.True(reading.Problems.Count == 0, $"{name}: {string.Join('\n', reading.Problems)}");
            Assert.Equal(["d0", "d1", "d2"], reading.Rows.Select(row => row.DeviceId));
        }
    }

    [Theory]
    [InlineData(
        """[{"id":"1","topic":"/HUB","subject":"devices/d","eventType":"Microsoft.Devices.DeviceConnected","eventTime":"2026-11-16T01:58:36Z","data":{"deviceConnectionStateEventInfo":{"sequenceNumber":"00"},"deviceId":"d"},"dataVersion":"1"}]"""
    )]
    [InlineData(
        """{"id":"1","source":"/HUB","type":"Microsoft.Devices.DeviceDisconnected","time":"2026-11-16T01:58:36Z","specversion":"1.0","data":{"deviceId":"d"}}"""
    )]
    [InlineData(
        """{"enqueuedTime":"Sat Nov 16 2026","properties":{"deviceId":"d","opType":"deviceConnected","iothub-message-schema":"deviceConnectionStateNotification"},"body":{"sequenceNumber":"00"}}"""
    )]
    [InlineData(
        """{"event":{"origin":"d","annotations":{"iothub-message-source":"deviceConnectionStateEvents"},"properties":{"application":{"opType":"deviceConnected"}},"payload":{"sequenceNumber":"00"}}}"""
    )]
    public void Events_are_refused_with_the_reason(string text)
    {
        var reading = LogReading.Of(text + "\n" + text);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(LogProblemKind.UnknownFormat, problem.Kind);
        Assert.Contains("2 events", problem.Message, StringComparison.Ordinal);
        Assert.Contains("no cause", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Connections", problem.Message, StringComparison.Ordinal);
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public void Operations_monitoring_is_refused_as_retired()
    {
        const string row =
            """{"durationMs":1234,"authType":"sas","protocol":"Amqp","time":"2018-01-16T01:58:36Z","operationName":"deviceConnect","category":"Connections","level":"Error","statusCode":4041,"statusType":4041,"statusDescription":"Not found","deviceId":"d"}""";
        var reading = LogReading.Of(string.Join('\n', Enumerable.Repeat(row, 3)));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((LogProblemKind.UnknownFormat, 1), (problem.Kind, problem.Line));
        Assert.Contains("3 rows from here on are of operations monitoring, which is retired", problem.Message);
        Assert.Empty(reading.Rows);
    }

    [Theory]
    [InlineData("TimeGenerated,OperationName,DeviceId,ResultType\n2026-11-16T01:58:36Z,deviceDisconnect,d,404104")]
    [InlineData("Timestamp\tOperationName\tdeviceId_s\tLevel\n2026-11-16T01:58:36Z\tdeviceDisconnect\td\tError")]
    [InlineData("""[{"TimeGenerated":"2026-11-16T01:58:36Z","OperationName":"deviceDisconnect","DeviceId":"d"}]""")]
    [InlineData(
        """{"tables":[{"columns":[{"name":"DeviceId"},{"name":"OperationName"},{"name":"TimeGenerated"}],"rows":[["d","deviceDisconnect","2026-11-16T01:58:36Z"]]}]}"""
    )]
    [InlineData("TimeGenerated,OperationName,properties_s_deviceId\n2026-11-16T01:58:36Z,deviceDisconnect,d")]
    [InlineData("time,operationName,properties.deviceId\n2026-11-16T01:58:36Z,deviceDisconnect,d")]
    public void Columns_that_a_query_made_of_the_properties_are_read(string text)
    {
        var reading = LogReading.Of(text);
        Assert.Empty(reading.Problems);
        Assert.Equal("d", Assert.Single(reading.Rows).DeviceId);
    }

    [Theory]
    [InlineData("time_t,OperationName_s,ResultType_s,deviceId_s\n2026-11-16T01:58:36Z,deviceDisconnect,404104,d")]
    [InlineData(
        "time_t,operationName_s,resultType_d,properties_deviceId_g\n2026-11-16T01:58:36Z,deviceDisconnect,404104,d"
    )]
    [InlineData(
        """[{"TimeGenerated":"2026-11-16T01:58:36Z","OperationName_s":"deviceDisconnect","ResultType_d":404104,"deviceId_s":"d"}]"""
    )]
    public void Columns_of_a_custom_table_are_read(string text)
    {
        var reading = LogReading.Of(text);
        Assert.Empty(reading.Problems);
        var row = Assert.Single(reading.Rows);
        Assert.Equal(("d", "404104"), (row.DeviceId, row.ResultType));
    }

    /// <summary>AzureDiagnostics has the columns of all kinds of resources, which other rows leave empty.</summary>
    [Theory]
    [InlineData("TimeGenerated,OperationName,properties_s,deviceId_s,operationName_s,time_t")]
    [InlineData("deviceId_s,operationName_s,time_t,TimeGenerated,OperationName,properties_s")]
    public void Columns_of_other_kinds_of_resources_take_nothing_back(string header)
    {
        var values = new Dictionary<string, string>
        {
            ["TimeGenerated"] = "2026-11-16T01:58:36Z",
            ["OperationName"] = "deviceDisconnect",
            ["properties_s"] = "\"{\"\"deviceId\"\":\"\"d\"\"}\"",
        };
        var row = string.Join(',', header.Split(',').Select(name => values.GetValueOrDefault(name, "")));
        var reading = LogReading.Of($"{header}\n{row}\n{row}");
        Assert.Empty(reading.Problems);
        Assert.All(reading.Rows, row => Assert.Equal("d", row.DeviceId));
        Assert.Equal(2, reading.Rows.Count);
    }

    [Fact]
    public void A_body_that_is_no_log_is_told()
    {
        var reading = LogReading.Of("""{"Body":"{\"temperature\":21}","SequenceNumber":1}""");
        Assert.Equal(LogProblemKind.UnknownFormat, Assert.Single(reading.Problems).Kind);
    }

    private static string Record(int i) =>
        $$"""{"time":"2026-11-16T01:5{{i}}:36Z","resourceId":"/HUB","operationName":"deviceConnect","category":"Connections","level":"Information","properties":"{\"deviceId\":\"d{{i}}\"}"}""";

    private static string Frames(string table)
    {
        var columns = string.Join(
            ',',
            ((string[])["TimeGenerated", "OperationName", "properties_s"]).Select(c =>
                $$"""{"ColumnName":"{{c}}","ColumnType":"string"}"""
            )
        );
        var rows = string.Join(
            ',',
            Enumerable
                .Range(0, 3)
                .Select(i => $$"""["2026-11-16T01:5{{i}}:36Z","deviceConnect","{\"deviceId\":\"d{{i}}\"}"]""")
        );
        return $$"""
            [{"FrameType":"DataSetHeader","IsProgressive":false,"Version":"v2.0"},
            {"FrameType":"DataTable","TableId":0,"TableKind":"QueryProperties","TableName":"@ExtendedProperties","Columns":[{"ColumnName":"TableId"},{"ColumnName":"Key"}],"Rows":[[1,"Visualization"]]},
            {{table.Replace("COLUMNS", columns).Replace("ROWS", rows)}},
            {"FrameType":"DataTable","TableId":2,"TableKind":"QueryCompletionInformation","TableName":"QueryCompletionInformation","Columns":[{"ColumnName":"Timestamp"},{"ColumnName":"Level"}],"Rows":[["2026-11-16T01:58:36Z",4]]},
            {"FrameType":"DataSetCompletion","HasErrors":false,"Cancelled":false}]
            """;
    }

    private static string Csv(char separator) =>
        $"TimeGenerated{separator}OperationName{separator}Level{separator}properties_s\r\n"
        + string.Concat(
            Enumerable
                .Range(0, 3)
                .Select(i =>
                    $"2026-11-16T01:5{i}:36Z{separator}deviceConnect{separator}Information{separator}"
                    + $"\"{{\"\"deviceId\"\":\"\"d{i}\"\"}}\"\r\n"
                )
        );

    private static string Indented(string json) =>
        JsonSerializer.Serialize(
            JsonDocument.Parse(json).RootElement,
            new JsonSerializerOptions { WriteIndented = true }
        );
}
