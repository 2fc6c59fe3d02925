using AzureStandIn;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>Tokens as Az and Azure CLI give them, whatever they call the place, and any one of them alone.</summary>
[Collection(nameof(TinyCloud))]
public sealed class AccessTokenTests(TinyCloud cloud)
{
    [Theory]
    [InlineData("https://management.azure.com")]
    [InlineData("https://management.core.windows.net/")]
    [InlineData("797f4846-ba00-4fd7-ba43-dac1f8f63013")]
    [InlineData("https://api.loganalytics.io/")]
    [InlineData("https://api.loganalytics.azure.com")]
    [InlineData("ca7f3f0b-7d91-482c-8e09-c5d840d0eac5")]
    [InlineData("https://storage.azure.com/")]
    [InlineData("e406a681-f3d4-42a8-90b6-c2b029497af1")]
    [InlineData("https://iothubs.azure.net")]
    [InlineData("https://fleet.westeurope.kusto.windows.net")]
    [InlineData("https://kusto.kusto.windows.net")]
    [InlineData("https://management.core.usgovcloudapi.net", "AzureUSGovernment")]
    [InlineData("https://iothubs.azure.us", "AzureUSGovernment")]
    [InlineData("https://management.core.chinacloudapi.cn/", "AzureChinaCloud")]
    public void One_alone_signs_in(string audience, string environment = "AzureCloud")
    {
        using var session = cloud.Open();

        Assert.Equal(
            environment,
            Connect(session, audience, environment).Clean().As<AzureContext>().Single().Environment
        );
    }

    [Theory]
    [InlineData("https://management.usgovcloudapi.net")]
    [InlineData("https://fleet.kusto.usgovcloudapi.net")]
    [InlineData("https://graph.microsoft.com")]
    public void One_of_another_cloud_or_service_is_of_no_use(string audience)
    {
        using var session = cloud.Open();

        Assert.StartsWith(
            "WrongAudience,",
            Connect(session, audience, "AzureCloud").TheError.FullyQualifiedErrorId,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://api.loganalytics.azure.com/")]
    [InlineData("ca7f3f0b-7d91-482c-8e09-c5d840d0eac5")]
    public void Logs_are_read_with_any_of_their_names(string audience)
    {
        using var session = cloud.Open();
        session
            .Run("$null = Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud", ("token", Token(audience)))
            .Clean();

        Assert.NotEmpty(
            session
                .Run("Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z")
                .Clean()
                .Output
        );
    }

    [Theory]
    [InlineData("https://kusto.kusto.windows.net")]
    [InlineData("2746ea77-4702-4b45-80ca-3c97e680e8b7")]
    public void A_cluster_is_read_with_the_token_for_all_clusters(string audience)
    {
        using var session = cloud.Open();
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud -TrustedHost $cluster.Host",
                ("token", Token(audience)),
                ("cluster", cloud.Azure.Endpoints.DataExplorer)
            )
            .Clean();

        Assert.NotEmpty(
            session
                .Run(
                    "Get-DeviceDisconnect -ClusterUri $cluster -Database Fleet -StartTime 2026-11-16Z "
                        + "-EndTime 2026-11-17Z"
                )
                .Clean()
                .Output
        );
    }

    [Fact]
    public void Metrics_need_no_token_for_logs()
    {
        using var session = cloud.Open();
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud",
                ("token", Token(cloud.Azure.Endpoints.ResourceManager.GetLeftPart(UriPartial.Authority)))
            )
            .Clean();

        Assert.Empty(session.Run("Get-ConnectedDeviceCount $hub -Last 1h").Errors);
        Assert.All(cloud.Azure.Requests, r => Assert.Equal(AzureService.ResourceManager, r.Service));
    }

    [Theory]
    [InlineData("797f4846-ba00-4fd7-ba43-dac1f8f63013", "https://management.azure.com", true)]
    [InlineData("797f4846-ba00-4fd7-ba43-dac1f8f63013", "https://management.usgovcloudapi.net", true)]
    [InlineData("https://management.core.windows.net", "https://management.azure.com", true)]
    [InlineData("https://management.core.windows.net", "https://management.usgovcloudapi.net", false)]
    [InlineData("https://kusto.kusto.windows.net", "https://fleet.westeurope.kusto.windows.net", true)]
    [InlineData("https://kusto.kusto.windows.net", "https://management.azure.com", false)]
    [InlineData("https://one.kusto.windows.net", "https://other.kusto.windows.net", false)]
    [InlineData("", "https://management.azure.com", false)]
    public void Goes_by_the_service(string given, string wanted, bool fits) =>
        Assert.Equal(fits, Audiences.Fits(given, wanted, new TokenHosts(AzureEnvironment.AzureCloud, [])));

    private Outcome Connect(Session session, string audience, string environment) =>
        session.Run(
            $"Connect-IoTHubDisconnect -AccessToken $token -Environment {environment}",
            ("token", Token(audience))
        );

    private System.Security.SecureString Token(string audience) =>
        Secret.Of(cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue(audience)));
}
