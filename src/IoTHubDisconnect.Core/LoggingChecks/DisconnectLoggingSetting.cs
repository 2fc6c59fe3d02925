using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect;

/// <summary>A diagnostic setting that sends a hub's connects and disconnects somewhere.</summary>
public sealed class DisconnectLoggingSetting
{
    internal DisconnectLoggingSetting(string resourceId, string name, bool isNew, LogDestination destination)
    {
        ResourceId = resourceId;
        Name = name;
        IsNew = isNew;
        Destination = destination.ToString();
        WorkspaceResourceId = destination.WorkspaceId;
        StorageAccountId = destination.StorageAccountId;
        EventHubAuthorizationRuleId = destination.EventHubRuleId;
        EventHubName = destination.EventHubName;
    }

    /// <summary>The hub's name.</summary>
    public string HubName => HubResourceId.NameOf(ResourceId);

    /// <summary>The hub's ARM resource id.</summary>
    public string ResourceId { get; }

    /// <summary>The setting's name.</summary>
    public string Name { get; }

    /// <summary>Whether it was made now; else it was there.</summary>
    public bool IsNew { get; }

    /// <summary>Where the logs go, in words.</summary>
    public string Destination { get; }

    /// <summary>The ARM id of the workspace that was asked for, where it sends there; else null.</summary>
    public string? WorkspaceResourceId { get; }

    /// <summary>The ARM id of the storage account that was asked for, where it sends there; else null.</summary>
    public string? StorageAccountId { get; }

    /// <summary>The ARM id of the event hub namespace's rule that was asked for; null for none.</summary>
    public string? EventHubAuthorizationRuleId { get; }

    /// <summary>The event hub that was asked for; null for none, or for the one that Azure names itself.</summary>
    public string? EventHubName { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{HubName}: '{Name}' sends Connections to {Destination}.";
}
