using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>Writes rows as JSON objects in the ways that Azure and the tools around it do.</summary>
internal static class RecordJson
{
    /// <summary>Escapes no more than it has to, as Azure Monitor does.</summary>
    internal static JsonSerializerOptions Compact { get; } =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static JsonSerializerOptions Indented { get; } = new(Compact) { WriteIndented = true };

    /// <summary>Writes quotes as \u0022, as the default of .NET is.</summary>
    internal static JsonSerializerOptions Escaped { get; } = new();

    internal static JsonObject Properties(LogRow row)
    {
        var properties = new JsonObject { ["deviceId"] = row.DeviceId, ["protocol"] = row.Protocol };
        Add(properties, "moduleId", row.ModuleId);
        Add(properties, "authType", row.AuthType);
        Add(properties, "maskedIpAddress", row.MaskedIpAddress);
        Add(properties, "sdkVersion", row.SdkVersion);
        if (row.ResultType.Length > 3)
            properties["statusCode"] = row.ResultType[..3];
        return properties;
    }

    /// <summary>As a diagnostic setting exports it.</summary>
    internal static JsonObject Exported(LogRow row, JsonSerializerOptions? properties)
    {
        var record = new JsonObject
        {
            ["time"] = Time(row),
            ["resourceId"] = row.ResourceId,
            ["operationName"] = row.OperationName,
            ["category"] = "Connections",
            ["level"] = row.Level,
        };
        if (
            int.TryParse(row.ResultType, out var code)
            && $"{code}" == row.ResultType
            && code > 0
            && row.DeviceId.Length % 2 == 0
        )
            record["resultType"] = code;
        else
            Add(record, "resultType", row.ResultType);
        Add(record, "resultDescription", row.ResultDescription);
        record["properties"] = properties is null ? Properties(row) : Properties(row).ToJsonString(properties);
        record["location"] = "westeurope";
        return record;
    }

    /// <summary>As a row of <c>AzureDiagnostics</c>.</summary>
    internal static JsonObject Queried(LogRow row, string? bag = null)
    {
        var record = new JsonObject
        {
            ["TenantId"] = "8d2c6c3c-0000-4000-8000-000000000000",
            ["TimeGenerated"] = Time(row),
            ["_ResourceId"] = row.ResourceId,
            ["Category"] = "Connections",
            ["OperationName"] = row.OperationName,
            ["Level"] = row.Level,
            ["ResultType"] = row.ResultType == "" ? null : row.ResultType,
            ["ResultDescription"] = row.ResultDescription,
            ["DurationMs"] = 12,
            ["Count"] = 1.5e3,
            ["Flags"] = new JsonArray(true, null, new JsonObject { ["time"] = "never" }),
        };
        var properties = Properties(row).ToJsonString(Compact);
        var additional = new JsonObject { ["other"] = 1, ["properties_s"] = properties };
        if (bag is null)
            record["properties_s"] = properties;
        else
            record["AdditionalFields"] = bag == "text" ? additional.ToJsonString(Compact) : additional;
        return record;
    }

    internal static string Time(LogRow row) =>
        new DateTime(row.Ticks).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture) + "Z";

    private static void Add(JsonObject target, string name, string value)
    {
        if (value != "")
            target[name] = value;
    }
}
