namespace AzureStandIn;

/// <summary>Where the stand-in's services listen.</summary>
public sealed class StandInEndpoints
{
    private readonly Dictionary<AzureService, Uri> _uris;

    internal StandInEndpoints(Dictionary<AzureService, Uri> uris) => _uris = uris;

    /// <summary>
    /// What public Azure has at login.microsoftonline.com. Clients must have instance discovery switched off.
    /// </summary>
    public Uri Entra => _uris[AzureService.Entra];

    /// <summary>What public Azure has at management.azure.com.</summary>
    public Uri ResourceManager => _uris[AzureService.ResourceManager];

    /// <summary>What public Azure has at api.loganalytics.azure.com.</summary>
    public Uri Logs => _uris[AzureService.Logs];

    /// <summary>What public Azure has at {region}.metrics.monitor.azure.com.</summary>
    public Uri Metrics => _uris[AzureService.Metrics];

    /// <summary>The cluster's address.</summary>
    public Uri DataExplorer => _uris[AzureService.DataExplorer];

    /// <summary>
    /// What a virtual machine has at 169.254.169.254: the value for AZURE_POD_IDENTITY_AUTHORITY_HOST.
    /// </summary>
    public Uri InstanceMetadata => _uris[AzureService.ManagedIdentity];

    /// <summary>App Service's IDENTITY_ENDPOINT.</summary>
    public Uri AppServiceIdentity => new(InstanceMetadata, "/msi/token");

    /// <summary>Azure Automation's IDENTITY_ENDPOINT.</summary>
    public Uri AutomationIdentity => new(InstanceMetadata, "/automation/oauth2/token");

    /// <summary>The address of one service, without a path.</summary>
    public Uri Of(AzureService service) => _uris[service];
}
