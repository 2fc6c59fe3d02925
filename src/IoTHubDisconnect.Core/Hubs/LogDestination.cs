namespace IoTHubDisconnect.Hubs;

/// <summary>The places that a hub's logs go to, or are to go to.</summary>
internal sealed record LogDestination
{
    /// <summary>What Azure names an event hub that is not named.</summary>
    private const string UsualEventHub = "insights-logs-connections";

    /// <summary>The ARM id of a Log Analytics workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The ARM id of a storage account.</summary>
    public string? StorageAccountId { get; init; }

    /// <summary>The ARM id of the rule that lets logs into an event hub's namespace.</summary>
    public string? EventHubRuleId { get; init; }

    /// <summary>The event hub; null for the one that Azure names after the category.</summary>
    public string? EventHubName { get; init; }

    /// <summary>Whether it is no place at all.</summary>
    public bool IsEmpty => (WorkspaceId ?? StorageAccountId ?? EventHubRuleId) is null;

    /// <summary>Those of the places that a setting sends Connections to.</summary>
    public LogDestination ServedBy(DiagnosticSetting setting)
    {
        if (!setting.SendsConnections)
            return new LogDestination();
        var isEventHub = IsSame(EventHubRuleId, setting.EventHubRuleId) && IsOfEventHub(setting);
        return new LogDestination
        {
            WorkspaceId = IsSame(WorkspaceId, setting.WorkspaceId) ? WorkspaceId : null,
            StorageAccountId = IsSame(StorageAccountId, setting.StorageAccountId) ? StorageAccountId : null,
            EventHubRuleId = isEventHub ? EventHubRuleId : null,
            EventHubName = isEventHub ? EventHubName : null,
        };
    }

    /// <summary>Whether a setting sends Connections by the rule to another event hub, for which it is taken.</summary>
    public bool IsTakenBy(DiagnosticSetting setting) =>
        setting.SendsConnections && IsSame(EventHubRuleId, setting.EventHubRuleId) && !IsOfEventHub(setting);

    /// <summary>The other places.</summary>
    public LogDestination Without(LogDestination served) =>
        new()
        {
            WorkspaceId = served.WorkspaceId is null ? WorkspaceId : null,
            StorageAccountId = served.StorageAccountId is null ? StorageAccountId : null,
            EventHubRuleId = served.EventHubRuleId is null ? EventHubRuleId : null,
            EventHubName = served.EventHubRuleId is null ? EventHubName : null,
        };

    /// <summary>What people read.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            new[]
            {
                Named("workspace", WorkspaceId),
                Named("storage account", StorageAccountId),
                Named("event hub", EventHubName ?? EventHubRuleId),
            }.OfType<string>()
        );

    private bool IsOfEventHub(DiagnosticSetting setting) =>
        (EventHubName ?? UsualEventHub).Equals(
            setting.EventHubName ?? UsualEventHub,
            StringComparison.OrdinalIgnoreCase
        );

    private static bool IsSame(string? wanted, string? present) =>
        wanted is not null && wanted.TrimEnd('/').Equals(present?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string? Named(string what, string? id) =>
        id is null ? null : $"{what} {HubResourceId.NameOf(id.TrimEnd('/'))}";
}
