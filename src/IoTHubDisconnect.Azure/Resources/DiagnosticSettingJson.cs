using System.Text.Json;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads a diagnostic setting.</summary>
internal static class DiagnosticSettingJson
{
    public static DiagnosticSetting Read(JsonElement setting)
    {
        var properties = setting.Member("properties");
        var named = properties.Items("logs").Where(CoversConnections).ToList();
        return new DiagnosticSetting(
            setting.Text("name") ?? "",
            named.Exists(log => ((JsonElement?)log).Flag("enabled")),
            named.Count > 0,
            Filled(properties.Text("workspaceId")),
            Filled(properties.Text("storageAccountId")),
            Filled(properties.Text("eventHubAuthorizationRuleId")),
            Filled(properties.Text("eventHubName"))
        );
    }

    /// <summary>The body that makes a setting which sends Connections, and nothing else, to a place.</summary>
    public static string Of(LogDestination destination)
    {
        var properties = new Dictionary<string, object>();
        Add("workspaceId", destination.WorkspaceId);
        Add("storageAccountId", destination.StorageAccountId);
        Add("eventHubAuthorizationRuleId", destination.EventHubRuleId);
        Add("eventHubName", destination.EventHubName);
        properties["logs"] = new[] { new { category = "Connections", enabled = true } };
        return JsonSerializer.Serialize(new { properties });

        void Add(string name, string? value)
        {
            if (value is not null)
                properties[name] = value;
        }
    }

    // https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings#category-groups: Connections are
    // in allLogs, not in audit.
    private static bool CoversConnections(JsonElement log) =>
        string.Equals(log.Text("category"), "Connections", StringComparison.OrdinalIgnoreCase)
        || string.Equals(log.Text("categoryGroup"), "allLogs", StringComparison.OrdinalIgnoreCase);

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
