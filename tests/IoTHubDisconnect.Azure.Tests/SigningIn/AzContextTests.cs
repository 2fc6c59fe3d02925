using AzureStandIn.Faults;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>The sign-in of the Az modules is followed: to another account, tenant and cloud, and to none.</summary>
[Collection(nameof(TinyCloud))]
public sealed class AzContextTests(TinyCloud cloud)
{
    private const string Get =
        "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z";

    private static readonly Guid Alice = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Bob = new("bbbbbbbb-0000-4000-8000-000000000002");

    private Guid _current = Alice;

    [Theory]
    [InlineData("bob", "contoso")]
    [InlineData("alice", "fabrikam")]
    public void Another_context_reads_as_itself(string account, string tenant)
    {
        using var session = Connect();
        Assert.Equal([Alice], ReadAs(session));

        _current = Bob;
        session.SelectAz(account, tenant: tenant);

        Assert.Equal([Bob], ReadAs(session));
    }

    [Fact]
    public void The_same_context_is_asked_for_each_token_once()
    {
        using var session = Connect();
        ReadAs(session);
        ReadAs(session);

        Assert.Equal(session.AskedOfAz().Distinct(), session.AskedOfAz());
    }

    [Fact]
    public void Without_a_context_nothing_is_read()
    {
        using var session = Connect();
        ReadAs(session);
        session.DisconnectAz();
        cloud.Azure.ForgetRequests();

        var error = session.Run(Get).TheError;

        Assert.StartsWith("NotSignedIn,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-AzAccount", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(cloud.Azure.Requests);
    }

    [Fact]
    public void An_implicit_sign_in_is_looked_for_until_one_has_worked()
    {
        using var variables = new Variables(("AZURE_TOKEN_CREDENTIALS", "dev"), ("PATH", Path.GetTempPath()));
        using var session = cloud.Open();

        var first = session.Run("Get-ConnectedDeviceCount -HubName x").TheError;
        session.LoadAz();
        session.Run("Get-ConnectedDeviceCount -HubName x");

        Assert.StartsWith("NotSignedIn,", first.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-AzAccount", first.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-AzContext", first.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(["https://management.azure.com"], session.AskedOfAz());
    }

    [Theory]
    [InlineData("AzureCloud", "https://management.azure.com", "https://iothubs.azure.net", "contoso.azure-devices.net")]
    [InlineData(
        "AzureUSGovernment",
        "https://management.usgovcloudapi.net",
        "https://iothubs.azure.us",
        "contoso.azure-devices.us"
    )]
    [InlineData(
        "AzureChinaCloud",
        "https://management.chinacloudapi.cn",
        "https://iothubs.azure.cn",
        "contoso.azure-devices.cn"
    )]
    public void Its_cloud_decides(string name, string manager, string hubs, string host)
    {
        using var session = cloud.Open();
        session.LoadAz(cloud: name);

        session.Run("Get-ConnectedDeviceCount -HubName x");
        var registry = session
            .Run("Test-DeviceConnectivity contoso -DeviceId d -Protocol Https -ConnectTo 127.0.0.1 -HttpsPort 9")
            .As<ConnectivityTestResult>()
            .Single(r => r.Step == ConnectivityStep.Registry);

        Assert.Equal([manager, hubs], session.AskedOfAz());
        Assert.Equal($"{host}:9", registry.Endpoint);
    }

    [Fact]
    public void Its_cloud_is_the_one_signed_in_to()
    {
        using var session = cloud.Open();
        session.LoadAz(Token, cloud: "AzureUSGovernment");

        Assert.Equal(
            "AzureUSGovernment",
            session.Run("Connect-IoTHubDisconnect -AzContext").Clean().As<AzureContext>().Single().Environment
        );
        Assert.Equal(["https://api.loganalytics.us"], session.AskedOfAz());
    }

    [Fact]
    public void A_cloud_that_is_not_known_is_asked_nothing()
    {
        using var session = cloud.Open();
        session.LoadAz(Token, cloud: "Stack");

        var error = session.Run("Connect-IoTHubDisconnect -AzContext").TheError;

        Assert.StartsWith("UnknownCloud,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Environment", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(session.AskedOfAz());
    }

    [Fact]
    public void A_token_that_the_service_refuses_is_Connect_AzAccounts_matter()
    {
        using var session = Connect();
        cloud.Azure.Faults.Add(new Fault(FaultKind.Unauthorized) { Service = AzureStandIn.AzureService.Logs });

        var error = session.Run(Get).TheError;

        Assert.StartsWith("CredentialRefused,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-AzAccount", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private Session Connect()
    {
        var session = cloud.Open();
        session.LoadAz(Token, "alice");
        session.Run("$null = Connect-IoTHubDisconnect -AzContext -Environment $cloud").Clean();
        return session;
    }

    private Guid[] ReadAs(Session session)
    {
        cloud.Azure.ForgetRequests();
        Assert.NotEmpty(session.Run(Get).Clean().Output);
        return [.. cloud.Azure.Requests.Select(request => request.Token!.ClientId).Distinct()];
    }

    private string Token(string audience) =>
        cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue(audience) with { ClientId = _current });
}
