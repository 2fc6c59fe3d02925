namespace IoTHubDisconnect.Hubs;

/// <summary>Where a hub's logs are to go; at least one of the places is set.</summary>
internal sealed record LogDestination
{
    /// <summary>The ARM id of a Log Analytics workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The ARM id of a storage account.</summary>
    public string? StorageAccountId { get; init; }

    /// <summary>The ARM id of the rule that lets logs into an event hub's namespace.</summary>
    public string? EventHubRuleId { get; init; }

    /// <summary>The event hub; null for the one that Azure names after the category.</summary>
    public string? EventHubName { get; init; }

    /// <summary>Whether a setting sends Connections to all of these places.</summary>
    public bool IsServedBy(DiagnosticSetting setting) =>
        setting.SendsConnections
        && IsSame(WorkspaceId, setting.WorkspaceId)
        && IsSame(StorageAccountId, setting.StorageAccountId)
        && IsSame(EventHubRuleId, setting.EventHubRuleId)
        && (
            EventHubRuleId is null
            || string.Equals(EventHubName, setting.EventHubName, StringComparison.OrdinalIgnoreCase)
        );

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

    private static bool IsSame(string? wanted, string? present) =>
        wanted is null || wanted.TrimEnd('/').Equals(present?.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    private static string? Named(string what, string? id) =>
        id is null ? null : $"{what} {HubResourceId.NameOf(id.TrimEnd('/'))}";
}
