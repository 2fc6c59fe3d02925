using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Each thing that can be wrong has an error of its own, which tells what to do.</summary>
[Collection(nameof(LogContainers))]
public sealed class StorageErrorTests(LogContainers containers)
{
    private const string Get =
        "Get-DeviceDisconnect -StorageContainerUri $container -StartTime 2026-11-16T10:00Z -EndTime 2026-11-16T11:00Z";

    [Theory]
    [InlineData("", "rl", "InvalidContainerUri", "/insights-logs-connections")]
    [InlineData("nowhere", "rl", "ContainerNotFound", "no such container")]
    [InlineData("Nowhere!", "rl", "InvalidContainerUri", "no container can have this name")]
    [InlineData("insights-logs-connections", "r", "SasRefused", "Read and List")]
    [InlineData("insights-logs-connections", "l", "SasRefused", "Read and List")]
    public void Container_and_permissions(string container, string permissions, string id, string words)
    {
        using var session = containers.Open();
        var sas = containers.Account.Sign(permissions, TimeSpan.FromHours(1));

        Expect(session.Run(Get, ("container", containers.UriOf(container, sas))), id, words);
    }

    [Fact]
    public void A_signature_past_its_time()
    {
        using var session = containers.Open();

        Expect(
            session.Run(
                Get,
                (
                    "container",
                    containers.UriOf(LogContainers.Fleet, containers.Account.Sign("rl", TimeSpan.FromMinutes(-5)))
                )
            ),
            "SasExpired",
            "expired at"
        );
    }

    [Fact]
    public void A_signature_that_is_wrong()
    {
        using var session = containers.Open();

        Expect(
            session.Run(
                Get,
                (
                    "container",
                    containers.UriOf(LogContainers.Fleet, new StorageAccount().Sign("rl", TimeSpan.FromHours(1)))
                )
            ),
            "SasRefused",
            "not right for this container"
        );
    }

    [Theory]
    [InlineData(
        403,
        "AuthorizationFailure",
        "This request is not authorized to perform this operation.",
        "NetworkRestricted",
        "firewall"
    )]
    [InlineData(
        403,
        "AuthorizationPermissionMismatch",
        "This request is not authorized to perform this operation using this permission.",
        "AccessDenied",
        "Storage Blob Data Reader"
    )]
    [InlineData(
        401,
        "InvalidAuthenticationInfo",
        "Issuer validation failed. Issuer did not match.",
        "WrongTenant",
        "another tenant"
    )]
    [InlineData(
        401,
        "InvalidAuthenticationInfo",
        "Audience validation failed. Audience did not match.",
        "WrongAudience",
        "not for Azure Storage"
    )]
    [InlineData(
        401,
        "InvalidAuthenticationInfo",
        "Lifetime validation failed. The token is expired.",
        "TokenExpired",
        "past its time"
    )]
    public void What_the_service_refuses_to_a_signed_in_identity(
        int status,
        string code,
        string detail,
        string id,
        string words
    )
    {
        using var session = containers.Open();
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $tokens -TrustedHost 127.0.0.1",
                ("tokens", Secret.Of(StorageAccount.Token("https://storage.azure.com")))
            )
            .Clean();
        containers.Proxy.Fault = _ => new ProxyFault { Answer = (status, code, detail) };

        Expect(
            session.Run(
                Get,
                ("container", $"{containers.Proxy.SecureAddress}{containers.Account.Name}/{LogContainers.Fleet}")
            ),
            id,
            words
        );
    }

    [Theory]
    [InlineData("insights-logs-connections")]
    [InlineData("https:insights-logs-connections")]
    [InlineData("file:///insights-logs-connections")]
    public void An_address_of_something_else(string uri)
    {
        using var session = containers.Open();

        Expect(
            session.Run(Get, ("container", uri)),
            "InvalidContainerUri",
            "https://account.blob.core.windows.net/insights-logs-connections"
        );
    }

    [Fact]
    public void Plain_http_takes_no_token()
    {
        using var session = containers.Open();

        Expect(
            session.Run(Get, ("container", containers.UriOf(LogContainers.Fleet, null))),
            "InvalidContainerUri",
            "https will do"
        );
    }

    [Fact]
    public void A_Data_Lake_endpoint_means_the_blobs()
    {
        using var session = containers.Open();

        Expect(
            session.Run(Get, ("container", "http://contoso.dfs.core.windows.net/insights-logs-connections")),
            "InvalidContainerUri",
            "http://contoso.blob.core.windows.net/insights-logs-connections"
        );
    }

    [Fact]
    public void Hours_without_blobs()
    {
        using var session = containers.Open();

        var outcome = session.Run(
            "Get-DeviceDisconnect -StorageContainerUri $container -StartTime 2026-03-01Z -EndTime 2026-03-02Z"
        );

        Assert.Empty(outcome.Output);
        var warning = Assert.Single(outcome.Warnings);
        Assert.Contains("2026-02-28 23:00 to 2026-03-02 02:00 UTC", warning, StringComparison.Ordinal);
        Assert.Contains("begins at 2026-11-16 00:00", warning, StringComparison.Ordinal);
        Assert.Contains("-StartTime", warning, StringComparison.Ordinal);
        Assert.DoesNotContain(containers.Proxy.Requests, r => r.IsDownload);
    }

    [Fact]
    public async Task A_container_without_logs()
    {
        await containers.Blobs.CreateContainerAsync("empty");
        using var session = containers.Open("empty");

        Assert.Contains("diagnostic setting", Assert.Single(session.Run(Get).Warnings), StringComparison.Ordinal);
    }

    private static void Expect(Outcome outcome, string id, string words)
    {
        var error = outcome.TheError;
        Assert.Equal($"{id},IoTHubDisconnect.Commands.GetDeviceDisconnectCommand", error.FullyQualifiedErrorId);
        Assert.Contains(words, $"{error} {error.ErrorDetails.RecommendedAction}", StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }
}
