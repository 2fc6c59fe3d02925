using System.Text.Json;

namespace AzureStandIn.ResourceManager;

/// <summary>A diagnostic setting as Azure Monitor shows it.</summary>
internal static class DiagnosticSettingJson
{
    public static object Of(IotHub hub, DiagnosticSetting setting) =>
        new
        {
            id = $"{hub.Id.ToString().ToLowerInvariant()}/providers/microsoft.insights/diagnosticSettings"
                + $"/{setting.Name}",
            type = "Microsoft.Insights/diagnosticSettings",
            name = setting.Name,
            location = (string?)null,
            kind = (string?)null,
            tags = (string?)null,
            properties = new
            {
                storageAccountId = setting.StorageAccountId,
                serviceBusRuleId = (string?)null,
                workspaceId = setting.WorkspaceId,
                eventHubAuthorizationRuleId = setting.EventHubAuthorizationRuleId,
                eventHubName = setting.EventHubName,
                metrics = Array.Empty<object>(),
                logs = Logs(setting),
                logAnalyticsDestinationType = (string?)null,
            },
            identity = (string?)null,
        };

    /// <summary>Reads what a client sends.</summary>
    public static DiagnosticSetting Read(string name, JsonElement body)
    {
        var properties = body.GetProperty("properties");
        var logs = properties.TryGetProperty("logs", out var list) ? list.EnumerateArray().ToList() : [];
        return new DiagnosticSetting
        {
            Name = name,
            WorkspaceId = Text(properties, "workspaceId"),
            StorageAccountId = Text(properties, "storageAccountId"),
            EventHubAuthorizationRuleId = Text(properties, "eventHubAuthorizationRuleId"),
            EventHubName = Text(properties, "eventHubName"),
            Categories = Named("category", isEnabled: true),
            CategoryGroups = Named("categoryGroup", isEnabled: true),
            DisabledCategories = Named("category", isEnabled: false),
        };

        IReadOnlyList<string> Named(string kind, bool isEnabled) =>
            [
                .. logs.Where(log => log.GetProperty("enabled").GetBoolean() == isEnabled)
                    .Select(log => Text(log, kind))
                    .OfType<string>(),
            ];
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<object> Logs(DiagnosticSetting setting) =>
        [
            .. setting.CategoryGroups.Select(group => Log(null, group, true)),
            .. setting.Categories.Select(category => Log(category, null, true)),
            .. setting.DisabledCategories.Select(category => Log(category, null, false)),
        ];

    private static object Log(string? category, string? group, bool enabled) =>
        new
        {
            category,
            categoryGroup = group,
            enabled,
            retentionPolicy = new { enabled = false, days = 0 },
        };
}
