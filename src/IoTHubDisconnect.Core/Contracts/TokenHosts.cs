namespace IoTHubDisconnect.Contracts;

/// <summary>
/// Where tokens may go: to one cloud's hosts, each to its own service's, and to those named at sign-in. Every token
/// passes here.
/// </summary>
/// <param name="cloud">The cloud that is signed in to.</param>
/// <param name="named">Host names of one's own: private endpoints, custom domains.</param>
internal sealed class TokenHosts(AzureEnvironment cloud, IReadOnlyList<string> named)
{
    public AzureEnvironment Cloud { get; } = cloud;

    /// <summary>What was named at sign-in.</summary>
    public IReadOnlyList<string> Named { get; } = named;

    public bool Allow(CloudService service, string host) =>
        Uri.CheckHostName(host) != UriHostNameType.Unknown
        && (
            IsAnyOf(Named, host)
            || service switch
            {
                CloudService.ResourceManager => IsAnyOf([Cloud.ResourceManager.IdnHost], host),
                CloudService.Logs => IsAnyOf([Cloud.Logs.IdnHost], host),
                CloudService.DataExplorer => IsBelow(Cloud.DataExplorerSuffixes, host),
                CloudService.Storage => IsBelow(Cloud.StorageSuffixes, host),
                _ => IsBelow([Cloud.HubSuffix], host),
            }
        );

    /// <exception cref="AzureException">No token of the service goes to the address.</exception>
    public void Require(CloudService service, Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
            throw Refused(address.IdnHost, "is not asked by https");
        Require(service, address.IdnHost);
    }

    /// <exception cref="AzureException">No token of the service goes to the host.</exception>
    public void Require(CloudService service, string host)
    {
        if (!Allow(service, host))
            throw Refused(host, $"is neither {NameOf(service)} of {Cloud} nor was it named at sign-in");
    }

    private static AzureException Refused(string host, string why) =>
        new(AzureErrorKind.UntrustedHost, $"{host} {why}: no token goes there.") { Target = host };

    private static bool IsAnyOf(IEnumerable<string> hosts, string host) =>
        hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsBelow(IEnumerable<string> suffixes, string host) =>
        suffixes.Any(suffix => host.EndsWith($".{suffix.TrimStart('.')}", StringComparison.OrdinalIgnoreCase));

    private static string NameOf(CloudService service) =>
        service switch
        {
            CloudService.ResourceManager => "the Resource Manager",
            CloudService.Logs => "the log endpoint",
            CloudService.DataExplorer => "a Data Explorer cluster",
            CloudService.Storage => "a storage account",
            _ => "a hub",
        };
}
