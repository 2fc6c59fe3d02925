using System.Text.Json.Nodes;
using static IoTHubDisconnect.Core.Tests.Reading.RecordJson;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>A way to lay out a log file.</summary>
public sealed record LogLayout(string Name, Func<IReadOnlyList<LogRow>, string> Write)
{
    public static IReadOnlyList<LogLayout> All { get; } =
    [
        Lines("storage export", row => Exported(row, Compact).ToJsonString(Compact)),
        Lines("storage export, escaped otherwise", row => Exported(row, Escaped).ToJsonString(Escaped)),
        Lines(
            "storage export, spaced",
            row => Exported(row, Compact).ToJsonString(Compact).Replace("\",\"category\"", "\" , \"category\"")
        ),
        Lines(
            "storage export, other case",
            row => Exported(row, Compact).ToJsonString(Compact).Replace("\"operationName\"", "\"OPERATIONNAME\"")
        ),
        Lines("storage export, properties as object", row => Exported(row, null).ToJsonString(Compact)),
        Lines("storage export, commas at line ends", row => Exported(row, Compact).ToJsonString(Compact) + ","),
        new(
            "one object after another",
            rows => string.Concat(rows.Select(row => Exported(row, Compact).ToJsonString(Compact)))
        ),
        new(
            "objects over many lines",
            rows => string.Join("\r\n", rows.Select(row => Exported(row, null).ToJsonString(Indented)))
        ),
        new("array", rows => Array(rows, row => Exported(row, Compact)).ToJsonString(Compact)),
        new("array over many lines", rows => Array(rows, row => Exported(row, Indented)).ToJsonString(Indented)),
        new(
            "array with a row per line",
            rows =>
                "[\n" + string.Join(",\n", rows.Select(row => Exported(row, Compact).ToJsonString(Compact))) + "\n]\n"
        ),
        new("envelope", rows => Envelope(rows).ToJsonString(Compact)),
        new("envelope over many lines", rows => Envelope(rows).ToJsonString(Indented)),
        new(
            "envelope with a row per line",
            rows =>
                "{\"records\":[\n"
                + string.Join(",\n", rows.Select(row => Exported(row, Compact).ToJsonString(Compact)))
                + "\n]}\n"
        ),
        new(
            "envelopes per line",
            rows => string.Join('\n', rows.Chunk(3).Select(part => Envelope(part).ToJsonString(Compact)))
        ),
        new(
            "envelopes after another",
            rows => string.Concat(rows.Chunk(4).Select(part => Envelope(part).ToJsonString(Compact)))
        ),
        new(
            "envelopes in an array",
            rows =>
                new JsonArray(rows.Chunk(2).Select(part => (JsonNode)Envelope(part)).ToArray()).ToJsonString(Indented)
        ),
        Lines("queried rows per line", row => Queried(row).ToJsonString(Compact)),
        new("queried rows", rows => Array(rows, row => Queried(row)).ToJsonString(Compact)),
        new("queried rows, bag as object", rows => Array(rows, row => Queried(row, "object")).ToJsonString(Compact)),
        new("queried rows, bag as text", rows => Array(rows, row => Queried(row, "text")).ToJsonString(Indented)),
        new("query result", rows => TableJson.Write(rows, "tables", "columns", "name", "rows").ToJsonString(Compact)),
        new(
            "query result over many lines",
            rows => TableJson.Write(rows, "tables", "columns", "name", "rows").ToJsonString(Indented)
        ),
        new(
            "query result of old",
            rows => TableJson.Write(rows, "Tables", "Columns", "ColumnName", "Rows").ToJsonString(Escaped)
        ),
        new("CSV", rows => TableCsv.Write(rows, ',', "\r\n")),
        new("CSV with semicolons", rows => TableCsv.Write(rows, ';', "\n", quoteAll: true)),
        new("CSV with tabs", rows => TableCsv.Write(rows, '\t', "\n", order: 5)),
        new(
            "CSV of the portal",
            rows => TableCsv.Write(rows, ',', "\r\n", order: 3, timeHeader: "TimeGenerated [UTC]")
        ),
    ];

    public static LogLayout Of(string name) => All.Single(layout => layout.Name == name);

    public override string ToString() => Name;

    private static LogLayout Lines(string name, Func<LogRow, string> write) =>
        new(name, rows => string.Concat(rows.Select(row => write(row) + "\n")));

    private static JsonArray Array(IEnumerable<LogRow> rows, Func<LogRow, JsonObject> write) =>
        new(rows.Select(row => (JsonNode)write(row)).ToArray());

    private static JsonObject Envelope(IEnumerable<LogRow> rows) =>
        new()
        {
            ["EventEnqueuedUtcTime"] = "2026-11-16T01:58:36Z",
            ["records"] = Array(rows, row => Exported(row, Compact)),
            ["PartitionId"] = 3,
            ["IoTHub"] = new JsonObject { ["MessageId"] = null, ["Tags"] = new JsonArray("]", "}") },
        };
}
