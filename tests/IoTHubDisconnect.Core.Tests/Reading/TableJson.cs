using System.Text.Json.Nodes;
using static IoTHubDisconnect.Core.Tests.Reading.RecordJson;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Writes rows as the result of a query: columns, then an array for each row.</summary>
internal static class TableJson
{
    internal static JsonObject Write(
        IReadOnlyList<LogRow> rows,
        string tables,
        string columns,
        string name,
        string values
    )
    {
        string[] names = ["TenantId", .. Cells(new LogRow()).Select(cell => cell.Name)];
        return new JsonObject
        {
            [tables] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "PrimaryResult",
                    [columns] = new JsonArray(
                        names
                            .Select(column => (JsonNode)new JsonObject { [name] = column, ["type"] = "string" })
                            .ToArray()
                    ),
                    [values] = new JsonArray(rows.Select(row => (JsonNode)Row(row)).ToArray()),
                },
                new JsonObject
                {
                    ["name"] = "QueryStatus",
                    [columns] = new JsonArray(
                        new JsonObject { [name] = "StatusCode", ["type"] = "int" },
                        new JsonObject { [name] = "Text" }
                    ),
                    [values] = new JsonArray(new JsonArray(0, "fine")),
                }
            ),
            ["statistics"] = new JsonObject { ["query"] = new JsonArray(1, 2) },
        };
    }

    internal static (string Name, string Value)[] Cells(LogRow row) =>
        [
            ("ResourceId", row.ResourceId),
            ("Category", "Connections"),
            ("OperationName", row.OperationName),
            ("Level", row.Level),
            ("TimeGenerated", Time(row)),
            ("ResultType", row.ResultType),
            ("ResultDescription", row.ResultDescription),
            ("Type", "AzureDiagnostics"),
            ("properties_s", Properties(row).ToJsonString(Compact)),
            ("DurationMs", ""),
        ];

    private static JsonArray Row(LogRow row) => new([null, .. Cells(row).Select(cell => (JsonNode)cell.Value)]);
}
