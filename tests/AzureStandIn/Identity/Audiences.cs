namespace AzureStandIn.Identity;

/// <summary>The resources that tokens can be had for, by the service that takes them.</summary>
internal sealed class Audiences(StandInEndpoints endpoints, string? clusterAudience)
{
    private static readonly Dictionary<AzureService, string[]> Known = new()
    {
        [AzureService.ResourceManager] =
        [
            "https://management.azure.com",
            "https://management.core.windows.net",
            "https://management.usgovcloudapi.net",
            "https://management.core.usgovcloudapi.net",
            "https://management.chinacloudapi.cn",
            "https://management.core.chinacloudapi.cn",
            "797f4846-ba00-4fd7-ba43-dac1f8f63013",
        ],
        [AzureService.Logs] =
        [
            "https://api.loganalytics.azure.com",
            "https://api.loganalytics.io",
            "https://api.loganalytics.us",
            "https://api.loganalytics.azure.cn",
            "ca7f3f0b-7d91-482c-8e09-c5d840d0eac5",
        ],
        // Microsoft's client for this endpoint asks for the second.
        [AzureService.Metrics] = ["https://metrics.monitor.azure.com", "https://management.azure.com"],
        [AzureService.DataExplorer] =
        [
            "https://kusto.kusto.windows.net",
            "https://api.kusto.windows.net",
            "2746ea77-4702-4b45-80ca-3c97e680e8b7",
        ],
        [AzureService.Entra] =
        [
            "https://storage.azure.com",
            "https://iothubs.azure.net",
            "https://graph.microsoft.com",
        ],
    };

    /// <summary>Whether the service takes tokens for this resource.</summary>
    public bool Takes(AzureService service, string audience) =>
        service == AzureService.DataExplorer && clusterAudience is { } only
            ? IsSame(only, audience)
            : Of(service).Any(known => IsSame(known, audience))
                || service == AzureService.DataExplorer && IsCluster(audience);

    /// <summary>Whether the directory knows the resource at all.</summary>
    public bool IsKnown(string audience) => Known.Keys.Any(service => Takes(service, audience));

    /// <summary>The resources, the stand-in's own address of the service among them.</summary>
    public IEnumerable<string> Of(AzureService service) =>
        [.. Known[service], endpoints.Of(service).GetLeftPart(UriPartial.Authority)];

    private static bool IsCluster(string audience) =>
        Uri.TryCreate(audience, UriKind.Absolute, out var uri)
        && uri.Host.EndsWith(".kusto.windows.net", StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string known, string audience) =>
        string.Equals(known, audience.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
