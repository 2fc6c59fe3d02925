using System.Collections.Concurrent;

namespace AzureStandIn.ResourceManager;

/// <summary>Who may do what. Everybody may do everything until told otherwise.</summary>
public sealed class Permissions
{
    /// <summary>Reading hubs.</summary>
    public const string ReadHub = "Microsoft.Devices/IotHubs/read";

    /// <summary>Reading diagnostic settings.</summary>
    public const string ReadDiagnosticSettings = "Microsoft.Insights/diagnosticSettings/read";

    /// <summary>Making and changing diagnostic settings.</summary>
    public const string WriteDiagnosticSettings = "Microsoft.Insights/diagnosticSettings/write";

    /// <summary>Sending logs to a workspace, which takes its keys.</summary>
    public const string UseWorkspaceKeys = "Microsoft.OperationalInsights/workspaces/sharedKeys/action";

    /// <summary>Sending logs to a storage account, which takes its keys.</summary>
    public const string UseStorageKeys = "Microsoft.Storage/storageAccounts/listKeys/action";

    /// <summary>Sending logs to an event hub, which takes the keys of its rule.</summary>
    public const string UseEventHubKeys = "Microsoft.EventHub/namespaces/authorizationRules/listKeys/action";

    /// <summary>Reading metrics.</summary>
    public const string ReadMetrics = "Microsoft.Insights/metrics/read";

    /// <summary>Reading Resource Health.</summary>
    public const string ReadHealth = "Microsoft.ResourceHealth/availabilityStatuses/read";

    /// <summary>Reading the workspace resource.</summary>
    public const string ReadWorkspace = "Microsoft.OperationalInsights/workspaces/read";

    /// <summary>Reading the storage account resource.</summary>
    public const string ReadStorageAccount = "Microsoft.Storage/storageAccounts/read";

    /// <summary>Reading the activity log.</summary>
    public const string ReadActivityLog = "Microsoft.Insights/eventtypes/values/read";

    /// <summary>Queries by workspace.</summary>
    public const string QueryWorkspace = "Microsoft.OperationalInsights/workspaces/query/read";

    /// <summary>Queries by resource.</summary>
    public const string QueryResource = "Microsoft.Insights/logs/read";

    /// <summary>Queries of the Data Explorer cluster.</summary>
    public const string QueryCluster = "Microsoft.Kusto/clusters/databases/query";

    private readonly ConcurrentDictionary<(string Action, Guid? ObjectId), bool> _revoked = new();

    /// <summary>Takes an action from a principal; from all of them without one.</summary>
    public void Revoke(string action, Guid? objectId = null) => _revoked[(action, objectId)] = true;

    /// <summary>Gives everything back to everybody.</summary>
    public void Restore() => _revoked.Clear();

    internal bool Allows(string action, Guid objectId) =>
        !_revoked.ContainsKey((action, null)) && !_revoked.ContainsKey((action, objectId));
}
