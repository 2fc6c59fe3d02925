using System.Management.Automation;
using IoTHubDisconnect.Azure.Tests.SigningIn;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>An address alone gets no token, and no server gets one for something else.</summary>
[Collection(nameof(LogContainers))]
public sealed class StorageTokenTests(LogContainers containers)
{
    private const string Storage = "https://storage.azure.com";

    public static TheoryData<string> Ways =>
        ["Get-DeviceDisconnect -StorageContainerUri $uri -Last 1h", "Publish-DisconnectReport $report $uri"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_host_that_was_not_named_gets_none(string script)
    {
        using var session = Connect("");

        var error = Run(session, script).TheError;

        Assert.StartsWith("UntrustedHost,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal((ErrorCategory.SecurityError, "127.0.0.1"), (error.CategoryInfo.Category, error.TargetObject));
        Assert.Contains("-TrustedHost", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(containers.Proxy.Requests);
        Assert.DoesNotContain(Storage, session.AskedOfAz());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_challenge_does_not_change_what_the_token_is_for(string script)
    {
        using var session = Connect("-TrustedHost 127.0.0.1");
        session.Run("$asked.Clear()").Clean();
        containers.Proxy.Fault = _ => new ProxyFault
        {
            Answer = (401, "InvalidAuthenticationInfo", "Server failed to authenticate the request."),
            Challenge =
                "Bearer "
                + "authorization_uri=https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555"
                + "/oauth2/authorize resource_id=https://management.azure.com",
        };

        Assert.Equal("CredentialRefused", Run(session, script).TheError.FullyQualifiedErrorId.Split(',')[0]);
        Assert.All(session.AskedOfAz(), audience => Assert.Equal(Storage, audience));
        Assert.All(
            containers.Proxy.Requests,
            request => Assert.Equal($"Bearer token for {Storage}", request.Authorization)
        );
        Assert.NotEmpty(containers.Proxy.Requests);
    }

    [Theory]
    [InlineData("http://fabrikamlogs.blob.core.windows.net/insights-logs-connections?sv=2022-11-02&sp=rl&sig=abc")]
    [InlineData("http://127.0.0.1.evil.example/insights-logs-connections?sv=2022-11-02&sp=rl&sig=abc")]
    public void A_signature_goes_by_https(string uri)
    {
        using var session = containers.Open();

        var error = session.Run("Get-DeviceDisconnect -StorageContainerUri $uri -Last 1h", ("uri", uri)).TheError;

        Assert.StartsWith("InvalidContainerUri,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("https will do", $"{error}", StringComparison.Ordinal);
        Assert.DoesNotContain("sig=", $"{error}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("127.0.0.1:443")]
    [InlineData("*.contoso.com")]
    public void Hosts_are_named_one_by_one_and_bare(string host)
    {
        using var session = containers.Open();

        Assert.Contains(
            "is no host name",
            $"{session.Run("Connect-IoTHubDisconnect -AccessToken x -TrustedHost $host1", ("host1", host)).TheError}",
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_named_is_completed()
    {
        using var session = Connect("-TrustedHost logs.contoso.com, 127.0.0.1");

        Assert.Equal(
            ["logs.contoso.com"],
            session
                .Run("(TabExpansion2 'Connect-IoTHubDisconnect -TrustedHost lo').CompletionMatches.CompletionText")
                .As<string>()
        );
    }

    private Session Connect(string parameters)
    {
        var session = containers.Open();
        session.LoadAz(audience => $"token for {audience}");
        session.Run($"$null = Connect-IoTHubDisconnect -AzContext {parameters}").Clean();
        return session;
    }

    private Outcome Run(Session session, string script) =>
        session.Run(
            script,
            ("uri", $"{containers.Proxy.SecureAddress}{containers.Account.Name}/{LogContainers.Fleet}"),
            ("report", IoTHubDisconnect.Tests.Repository.PathOf("README.md"))
        );
}
