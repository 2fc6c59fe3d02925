using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>The forms in which the rows of JSON lines come out of a query.</summary>
internal static class LogForm
{
    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Columns =
    [
        "TimeGenerated",
        "ResourceId",
        "OperationName",
        "Category",
        "Level",
        "ResultType",
        "ResultDescription",
        "properties_s",
    ];

    private static readonly string[] Fields =
    [
        "time",
        "resourceId",
        "operationName",
        "category",
        "level",
        "resultType",
        "resultDescription",
        "properties",
    ];

    /// <summary>What the portal exports.</summary>
    public static string PortalCsv(string log)
    {
        var path = log + ".csv";
        using StreamWriter text = new(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        text.WriteLine(string.Join(',', Columns.Select(Quote)));
        foreach (var row in Rows(log))
            text.WriteLine(string.Join(',', row.Select(Quote)));
        return path;
    }

    /// <summary>What the query API answers.</summary>
    public static string ApiTables(string log)
    {
        var path = log + ".table";
        using StreamWriter text = new(path);
        var columns = string.Join(',', Columns.Select(name => $$"""{"name":"{{name}}","type":"string"}"""));
        text.Write($$"""{"tables":[{"name":"PrimaryResult","columns":[{{columns}}],"rows":[""");
        var separator = "";
        foreach (var row in Rows(log))
        {
            text.Write(separator);
            text.Write(JsonSerializer.Serialize(row, Compact));
            separator = ",";
        }

        text.Write("]}]}");
        return path;
    }

    private static IEnumerable<string[]> Rows(string log)
    {
        foreach (var line in File.ReadLines(log))
        {
            using var row = JsonDocument.Parse(line);
            yield return
            [
                .. Fields.Select(name => row.RootElement.TryGetProperty(name, out var value) ? value.ToString() : ""),
            ];
        }
    }

    private static string Quote(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
