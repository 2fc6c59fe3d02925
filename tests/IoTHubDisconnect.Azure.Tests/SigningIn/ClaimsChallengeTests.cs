using AzureStandIn;
using AzureStandIn.Faults;
using AzureStandIn.Identity;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>
/// A service may want a sign-in anew (continuous access evaluation): a new token answers that where there is one, and
/// else the advice fits.
/// </summary>
[Collection(nameof(TinyCloud))]
public sealed class ClaimsChallengeTests(TinyCloud cloud)
{
    private const string Get =
        "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z";
    private const string LogsAudience = "https://api.loganalytics.io";

    // {"access_token":{"nbf":{"essential":true,"value":"1764000000"}}}
    private const string Challenge =
        "Bearer realm=\"\", "
        + "authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", "
        + "error=\"insufficient_claims\", "
        + "claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZSwidmFsdWUiOiIxNzY0MDAwMDAwIn19fQ==\"";

    [Theory]
    [InlineData("-TenantId $tenant -ApplicationId $app -ClientSecret $secret")]
    [InlineData("-Identity")]
    [InlineData("-UseDeviceAuthentication -TenantId $tenant -WarningAction Ignore")]
    public void Is_answered_with_a_new_token(string way)
    {
        using var variables = new Variables(
            ("IDENTITY_ENDPOINT", $"{cloud.Azure.Endpoints.AppServiceIdentity}"),
            ("IDENTITY_HEADER", cloud.Azure.Options.IdentityHeader)
        );
        using var session = cloud.Open();
        session.Run(
            $"$null = Connect-IoTHubDisconnect {way} -Environment $cloud",
            ("tenant", $"{cloud.Azure.Options.TenantId}"),
            ("app", $"{ServicePrincipal.Default.ClientId}"),
            ("secret", Secret.Of(ServicePrincipal.Default.Secret))
        );
        cloud.Azure.ForgetRequests();
        Ask(times: 1);

        Assert.NotEmpty(session.Run(Get).Clean().Output);
        Assert.Contains(
            cloud.Azure.Requests,
            r =>
                r.Service is AzureService.Entra or AzureService.ManagedIdentity
                && r.Path.Contains("token", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Az_answers_with_a_newer_token()
    {
        using var session = cloud.Open();
        var token = NewToken();
        session.LoadAz(_ => token);
        session.Run("$null = Connect-IoTHubDisconnect -AzContext -Environment $cloud").Clean();
        token = NewToken();
        Ask(times: 1);

        Assert.NotEmpty(session.Run(Get).Clean().Output);
        Assert.Equal([cloud.Azure.Tokens.Read(token)!.ObjectId], TakenTokens);
    }

    [Fact]
    public void Without_a_newer_token_Az_is_to_be_signed_in_anew()
    {
        using var session = cloud.Open();
        var token = NewToken();
        session.LoadAz(_ => token);
        session.Run("$null = Connect-IoTHubDisconnect -AzContext -Environment $cloud").Clean();
        Ask(times: 1);

        var error = session.Run(Get).TheError;
        token = NewToken();
        var after = session.Run(Get);

        Assert.StartsWith("SignInAgain,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-AzAccount", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.NotEmpty(after.Clean().Output);
        Assert.Equal([cloud.Azure.Tokens.Read(token)!.ObjectId], TakenTokens);
    }

    [Fact]
    public void A_token_that_was_given_is_to_be_given_anew()
    {
        using var session = cloud.Open();
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud",
                ("token", Secret.Of(NewToken()))
            )
            .Clean();
        Ask(times: 1);

        var error = session.Run(Get).TheError;

        Assert.StartsWith("SignInAgain,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-AccessToken a fresh token", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    /// <summary>Whose tokens the service took.</summary>
    private IEnumerable<Guid> TakenTokens =>
        cloud.Azure.Requests.Select(request => request.Token?.ObjectId).OfType<Guid>().Distinct();

    private void Ask(int times) =>
        cloud.Azure.Faults.Add(
            new Fault(FaultKind.Unauthorized)
            {
                Service = AzureService.Logs,
                Challenge = Challenge,
                Times = times,
            }
        );

    /// <summary>A token unlike the one before.</summary>
    private string NewToken() =>
        cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue(LogsAudience) with { ObjectId = Guid.NewGuid() });
}
