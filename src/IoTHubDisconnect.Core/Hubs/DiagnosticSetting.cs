namespace IoTHubDisconnect.Hubs;

/// <summary>A setting that sends logs of a hub somewhere.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SendsConnections">Whether Connections, or all logs, are switched on in it.</param>
/// <param name="ListsConnections">Whether Connections are named in it at all.</param>
/// <param name="WorkspaceId">The ARM id of a Log Analytics workspace; null for none.</param>
/// <param name="StorageAccountId">The ARM id of a storage account; null for none.</param>
/// <param name="EventHubRuleId">The ARM id of the rule that lets logs into an event hub's namespace; null for
/// none.</param>
/// <param name="EventHubName">The event hub; null for none, or for the one that Azure names after the category.</param>
internal sealed record DiagnosticSetting(
    string Name,
    bool SendsConnections,
    bool ListsConnections,
    string? WorkspaceId,
    string? StorageAccountId,
    string? EventHubRuleId,
    string? EventHubName
)
{
    /// <summary>What people call the event hub; null for none.</summary>
    public string? EventHub => EventHubName ?? EventHubRuleId;
}
