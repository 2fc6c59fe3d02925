namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Logs of four good rows with broken ones among them.</summary>
internal static class BrokenLogs
{
    public static LogRow[] Rows { get; } = LogRows.Fixed(8);

    public static string[] Lines { get; } = Rows.Select(Line).ToArray();

    private static string Half => Lines[7][..200];

    /// <summary>What, the text with four good rows in it, and the problems as kind and line.</summary>
    public static TheoryData<string, string, string> All() =>
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

    public static string Line(LogRow row) =>
        RecordJson.Exported(row, RecordJson.Compact).ToJsonString(RecordJson.Compact);

    public static string With(params string?[] members)
    {
        var record = RecordJson.Exported(Rows[7], RecordJson.Compact);
        for (var i = 0; i < members.Length; i += 2)
            record[members[i]!] = members[i + 1];
        return record.ToJsonString(RecordJson.Compact);
    }

    public static string Without(string name)
    {
        var record = RecordJson.Exported(Rows[7], RecordJson.Compact);
        record.Remove(name);
        return record.ToJsonString(RecordJson.Compact);
    }

    public static string Join(params string[] lines) => string.Concat(lines.Select(line => line + "\n"));

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
}
