using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Tests.Cloud;

/// <summary>Where a token may go, and all that looks like it.</summary>
public sealed class TokenHostsTests
{
    [Theory]
    [InlineData("ResourceManager", "https://management.azure.com/subscriptions")]
    [InlineData("Logs", "https://API.loganalytics.azure.com/v1")]
    [InlineData("Storage", "https://fabrikamlogs.blob.core.windows.net/insights-logs-connections")]
    [InlineData("Storage", "https://fabrikamlogs.privatelink.blob.core.windows.net/c")]
    [InlineData("Storage", "https://fabrikamlogs.z01.blob.storage.azure.net/c")]
    [InlineData("DataExplorer", "https://fleet.westeurope.kusto.windows.net")]
    [InlineData("DataExplorer", "https://trd-1234.z1.kusto.fabric.microsoft.com")]
    [InlineData("Hub", "https://contoso.azure-devices.net")]
    [InlineData("Hub", "https://iot.contoso.com:8443/x")]
    [InlineData("Storage", "https://IoT.contoso.com/c")]
    public void Goes_to_the_services_hosts_and_to_those_named(string service, string address) =>
        Hosts().Require(Enum.Parse<CloudService>(service), new Uri(address));

    [Theory]
    [InlineData("Storage", "https://evil.example/c")]
    [InlineData("Storage", "https://127.0.0.1/c")]
    [InlineData("Storage", "https://evilblob.core.windows.net/c")]
    [InlineData("Storage", "https://blob.core.windows.net/c")]
    [InlineData("Storage", "https://fabrikamlogs.blob.core.windows.net.evil.example/c")]
    [InlineData("Storage", "https://fabrikamlogs.blob.core.windows.net@evil.example/c")]
    [InlineData("Storage", "https://evil.example/fabrikamlogs.blob.core.windows.net")]
    [InlineData("Storage", "https://fabrikamlogs.file.core.windows.net/c")]
    [InlineData("Storage", "https://fabrikamlogs.blob.core.usgovcloudapi.net/c")]
    [InlineData("Storage", "https://other.iot.contoso.com/c")]
    [InlineData("Storage", "https://management.azure.com/c")]
    [InlineData("Storage", "http://fabrikamlogs.blob.core.windows.net/c")]
    [InlineData("DataExplorer", "https://kusto.windows.net.evil.example")]
    [InlineData("DataExplorer", "https://fleet.kusto.usgovcloudapi.net")]
    [InlineData("ResourceManager", "https://evil.management.azure.com")]
    [InlineData("ResourceManager", "https://api.loganalytics.azure.com")]
    [InlineData("Logs", "https://management.azure.com")]
    [InlineData("Hub", "https://127.0.0.1")]
    [InlineData("Hub", "https://contoso.azure-devices.us")]
    [InlineData("Hub", "https://contoso.azure-devices.net.evil.example")]
    public void Goes_nowhere_else(string service, string address)
    {
        var refusal = Assert.Throws<AzureException>(() =>
            Hosts().Require(Enum.Parse<CloudService>(service), new Uri(address))
        );

        Assert.Equal((AzureErrorKind.UntrustedHost, new Uri(address).IdnHost), (refusal.Kind, refusal.Target));
    }

    [Theory]
    [InlineData("evil.example/x.azure-devices.net")]
    [InlineData("evil.example#.azure-devices.net")]
    [InlineData("evil.example\\.azure-devices.net")]
    [InlineData("contoso.azure-devices.net:443@evil.example")]
    [InlineData("")]
    public void A_host_is_no_more_than_a_host(string host) =>
        Assert.Throws<AzureException>(() => Hosts().Require(CloudService.Hub, host));

    [Theory]
    [InlineData(
        "AzureUSGovernment",
        "fabrikamlogs.blob.core.usgovcloudapi.net",
        "fleet.usgovvirginia.kusto.usgovcloudapi.net",
        "contoso.azure-devices.us",
        "https://iothubs.azure.us"
    )]
    [InlineData(
        "AzureChinaCloud",
        "fabrikamlogs.blob.core.chinacloudapi.cn",
        "fleet.chinaeast2.kusto.chinacloudapi.cn",
        "contoso.azure-devices.cn",
        "https://iothubs.azure.cn"
    )]
    public void Each_cloud_has_hosts_of_its_own(
        string cloud,
        string storage,
        string cluster,
        string hub,
        string audience
    )
    {
        var hosts = new TokenHosts(AzureEnvironment.Parse(cloud), []);

        Assert.True(
            hosts.Allow(CloudService.Storage, storage)
                && hosts.Allow(CloudService.DataExplorer, cluster)
                && hosts.Allow(CloudService.Hub, hub)
        );
        Assert.False(
            Hosts().Allow(CloudService.Storage, storage)
                || Hosts().Allow(CloudService.DataExplorer, cluster)
                || Hosts().Allow(CloudService.Hub, hub)
        );
        Assert.Equal(audience, hosts.Cloud.HubsAudience);
    }

    private static TokenHosts Hosts() => new(AzureEnvironment.AzureCloud, ["iot.contoso.com"]);
}
