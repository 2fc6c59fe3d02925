namespace AzureStandIn.ResourceManager;

/// <summary>A setting that sends a hub's logs somewhere.</summary>
public sealed record DiagnosticSetting
{
    /// <summary>Its name, one of a kind for the hub.</summary>
    public required string Name { get; init; }

    /// <summary>The ARM id of a workspace; null for none.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>The ARM id of a storage account; null for none.</summary>
    public string? StorageAccountId { get; init; }

    /// <summary>The ARM id of the rule that lets logs into an event hub's namespace; null for none.</summary>
    public string? EventHubAuthorizationRuleId { get; init; }

    /// <summary>The name of an event hub; null for none.</summary>
    public string? EventHubName { get; init; }

    /// <summary>The categories switched on.</summary>
    public IReadOnlyList<string> Categories { get; init; } = ["Connections"];

    /// <summary>The groups of categories switched on, such as allLogs.</summary>
    public IReadOnlyList<string> CategoryGroups { get; init; } = [];

    /// <summary>The categories that are listed, but switched off.</summary>
    public IReadOnlyList<string> DisabledCategories { get; init; } = [];
}
