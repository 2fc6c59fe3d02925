namespace AzureStandIn;

/// <summary>A part of Azure with an endpoint of its own.</summary>
public enum AzureService
{
    /// <summary>Microsoft Entra: tokens for users and service principals.</summary>
    Entra,

    /// <summary>Azure Resource Manager.</summary>
    ResourceManager,

    /// <summary>Azure Monitor Logs.</summary>
    Logs,

    /// <summary>Azure Monitor's regional metrics endpoint.</summary>
    Metrics,

    /// <summary>An Azure Data Explorer cluster.</summary>
    DataExplorer,

    /// <summary>Tokens for managed identities, over plain HTTP as on a virtual machine.</summary>
    ManagedIdentity,
}
