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
                eventHubAuthorizationRuleId = (string?)null,
                eventHubName = setting.EventHubName,
                metrics = Array.Empty<object>(),
                logs = Logs(setting),
                logAnalyticsDestinationType = (string?)null,
            },
            identity = (string?)null,
        };

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
