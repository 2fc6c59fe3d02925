using System.Net;
using AzureStandIn.Identity;

namespace AzureStandIn.Tests.Identity;

public sealed class TokenTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Func<AccessToken, AccessToken>> Flaws = new()
    {
        ["none"] = token => token,
        ["expired"] = token => token with { ExpiresOn = DateTimeOffset.UtcNow.AddMinutes(-1) },
        ["other tenant"] = token => token with { TenantId = Guid.NewGuid() },
        ["other audience"] = token => token with { Audience = "https://storage.azure.com" },
    };

    private StandInAzure _azure = null!;

    public async Task InitializeAsync() => _azure = await StandInAzure.StartAsync();

    public async Task DisposeAsync() => await _azure.DisposeAsync();

    [Theory]
    [InlineData("none", 404, "SubscriptionNotFound")]
    [InlineData("expired", 401, "ExpiredAuthenticationToken")]
    [InlineData("other tenant", 401, "InvalidAuthenticationTokenTenant")]
    [InlineData("other audience", 401, "InvalidAuthenticationTokenAudience")]
    public Task Resource_Manager_looks_at_the_token(string flaw, int status, string code) =>
        AnswersAsync(
            AzureService.ResourceManager,
            $"/subscriptions/{Guid.NewGuid()}/providers/Microsoft.Devices/IotHubs?api-version=2023-06-30",
            "https://management.azure.com",
            flaw,
            status,
            code
        );

    [Theory]
    [InlineData("none", 404, "ResourceNotFoundError")]
    [InlineData("expired", 401, "AuthenticationFailed")]
    [InlineData("other tenant", 403, "InsufficientAccessError")]
    [InlineData("other audience", 403, "InvalidAuthenticationTokenAudience")]
    public Task Logs_looks_at_the_token(string flaw, int status, string code) =>
        AnswersAsync(
            AzureService.Logs,
            $"/v1/workspaces/{Guid.NewGuid()}/query?query=print%201",
            "https://api.loganalytics.io",
            flaw,
            status,
            code
        );

    [Fact]
    public async Task A_token_that_it_did_not_issue_is_refused()
    {
        var text = _azure.Tokens.Text(_azure.Tokens.Issue("https://management.azure.com"));
        using var client = new StandInClient(_azure)
        {
            Token = text[..^4] + (text.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"),
        };
        using var answer = await client.GetAsync(AzureService.ResourceManager, "/subscriptions?api-version=2022-12-01");
        Assert.Equal("InvalidAuthenticationToken", await StandInClient.ErrorCodeAsync(answer));
        Assert.Contains("authorization_uri", answer.Headers.WwwAuthenticate.ToString());
    }

    private async Task AnswersAsync(
        AzureService service,
        string path,
        string audience,
        string flaw,
        int status,
        string code
    )
    {
        using var client = new StandInClient(_azure)
        {
            Token = _azure.Tokens.Text(Flaws[flaw](_azure.Tokens.Issue(audience))),
        };
        using var answer = await client.GetAsync(service, path);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(code, await StandInClient.ErrorCodeAsync(answer));
    }
}
