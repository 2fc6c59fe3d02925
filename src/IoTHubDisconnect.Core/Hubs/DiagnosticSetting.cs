namespace IoTHubDisconnect.Hubs;

/// <summary>A setting that sends logs of a hub somewhere.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SendsConnections">Whether Connections, or all logs, are switched on in it.</param>
/// <param name="ListsConnections">Whether Connections are named in it at all.</param>
/// <param name="WorkspaceId">The ARM id of a Log Analytics workspace; null for none.</param>
/// <param name="StorageAccountId">The ARM id of a storage account; null for none.</param>
/// <param name="EventHub">The event hub, or the rule of its namespace; null for none.</param>
internal sealed record DiagnosticSetting(
    string Name,
    bool SendsConnections,
    bool ListsConnections,
    string? WorkspaceId,
    string? StorageAccountId,
    string? EventHub
);
