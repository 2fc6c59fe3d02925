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
            Filled(properties.Text("eventHubName")) ?? Filled(properties.Text("eventHubAuthorizationRuleId"))
        );
    }

    // https://learn.microsoft.com/azure/azure-monitor/essentials/diagnostic-settings#category-groups: Connections are
    // in allLogs, not in audit.
    private static bool CoversConnections(JsonElement log) =>
        string.Equals(log.Text("category"), "Connections", StringComparison.OrdinalIgnoreCase)
        || string.Equals(log.Text("categoryGroup"), "allLogs", StringComparison.OrdinalIgnoreCase);

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
