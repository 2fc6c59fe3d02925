using AzureStandIn.Faults;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>People, tokens that others got, and whatever the machine has.</summary>
[Collection(nameof(TinyCloud))]
public sealed class OtherIdentityTests(TinyCloud cloud) : IDisposable
{
    private const string LogsAudience = "https://api.loganalytics.io";
    private const string Get =
        "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z";

    private readonly LogFolder _folder = new();

    [Fact]
    public void A_device_code_is_shown_where_people_and_runbooks_see_it()
    {
        using var session = cloud.Open();

        var outcome = session.Run(
            "Connect-IoTHubDisconnect -UseDeviceAuthentication -TenantId $tenant -Environment $cloud",
            ("tenant", $"{cloud.Azure.Options.TenantId}")
        );

        Assert.Contains("enter the code", Assert.Single(outcome.Warnings));
        Assert.Empty(outcome.Errors);
        Assert.Equal($"{cloud.Azure.Options.TenantId}", outcome.As<AzureContext>().Single().TenantId);
        Assert.NotEmpty(session.Run(Get).Clean().Output);
    }

    [Fact]
    public void Azure_CLI_is_asked_for_tokens()
    {
        using var variables = WithCli(
            $$"""{"accessToken":"{{Token(LogsAudience)}}","expiresOn":"2099-01-01 00:00:00.000000","subscription":"s","tenant":"t","tokenType":"Bearer"}""",
            0
        );
        using var session = cloud.Open();

        Assert.NotEmpty(
            session.Run($"$null = Connect-IoTHubDisconnect -AzureCli -Environment $cloud; {Get}").Clean().Output
        );
    }

    [Fact]
    public void Azure_CLI_is_to_be_signed_in_anew_where_a_service_wants_that()
    {
        using var variables = WithCli(
            $$"""{"accessToken":"{{Token(LogsAudience)}}","expiresOn":"2099-01-01 00:00:00.000000","subscription":"s","tenant":"t","tokenType":"Bearer"}""",
            0
        );
        using var session = cloud.Open();
        session.Run("$null = Connect-IoTHubDisconnect -AzureCli -Environment $cloud").Clean();
        cloud.Azure.Faults.Add(
            new Fault(FaultKind.Unauthorized)
            {
                Service = AzureStandIn.AzureService.Logs,
                Challenge = "Bearer error=\"insufficient_claims\", claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"",
            }
        );

        var error = session.Run(Get).TheError;

        Assert.StartsWith("SignInAgain,", error.FullyQualifiedErrorId);
        Assert.StartsWith("Run az login again", error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public void Azure_CLI_without_a_sign_in_is_an_error_that_says_so()
    {
        using var variables = WithCli("ERROR: Please run 'az login' to setup account.", 1);
        using var session = cloud.Open();

        var error = session.Run("Connect-IoTHubDisconnect -AzureCli -Environment $cloud").TheError;

        Assert.StartsWith("NotSignedIn,", error.FullyQualifiedErrorId);
        Assert.Contains("az login", error.ToString());
    }

    [Fact]
    public void Of_several_access_tokens_each_service_gets_its_own()
    {
        using var session = cloud.Open();
        var arm = cloud.Azure.Endpoints.ResourceManager.GetLeftPart(UriPartial.Authority);

        var outcome = session.Run(
            "$null = Connect-IoTHubDisconnect -AccessToken $first, $second -Environment $cloud; "
                + "Get-DeviceDisconnect -HubName contoso-eu -ResourceGroupName contoso-iot -StartTime "
                + "2026-11-16Z -EndTime 2026-11-17Z",
            ("first", Secret.Of(Token(arm))),
            ("second", Secret.Of(Token(LogsAudience)))
        );

        Assert.NotEmpty(outcome.Clean().Output);
    }

    [Theory]
    [InlineData("expired", "TokenExpired", "-AccessToken")]
    [InlineData("other", "WrongAudience", "-AccessToken")]
    [InlineData("garbage", "CredentialRefused", "Connect-IoTHubDisconnect")]
    public void An_access_token_of_no_use_is_told_at_once(string which, string id, string action)
    {
        using var session = cloud.Open();
        var token = which switch
        {
            "expired" => cloud.Azure.Tokens.Text(
                cloud.Azure.Tokens.Issue(LogsAudience) with
                {
                    ExpiresOn = DateTimeOffset.UtcNow.AddMinutes(-1),
                }
            ),
            "other" => Token("https://graph.microsoft.com"),
            _ => "not-a-token",
        };

        var error = session
            .Run("Connect-IoTHubDisconnect -AccessToken $token -Environment $cloud", ("token", token))
            .TheError;

        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId);
        Assert.Contains(action, error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("$token")]
    [InlineData("[Net.NetworkCredential]::new('', $token).SecurePassword")]
    public void The_Az_context_gives_tokens_as_text_or_as_SecureString(string answer)
    {
        using var session = cloud.Open();
        session
            .Run(
                $$"""
                function global:Get-AzContext { [pscustomobject]@{ Account = 'operator' } }
                function global:Get-AzAccessToken { param($ResourceUrl) $global:asked += @($ResourceUrl); [pscustomobject]@{ Token = {{answer}}; ExpiresOn = [DateTimeOffset]::UtcNow.AddHours(1) } }
                """,
                ("token", Token(LogsAudience))
            )
            .Clean();

        Assert.NotEmpty(
            session.Run($"$null = Connect-IoTHubDisconnect -AzContext -Environment $cloud; {Get}").Clean().Output
        );
        Assert.Contains(LogsAudience, session.Run("$asked").Output.Select(audience => audience.BaseObject));
    }

    [Fact]
    public void Without_Connect_the_Az_context_of_the_session_serves()
    {
        using var session = cloud.Open();
        session
            .Run(
                """
                function global:Get-AzContext { [pscustomobject]@{ Account = 'operator' } }
                function global:Get-AzAccessToken { param($ResourceUrl) throw "asked for $ResourceUrl" }
                """
            )
            .Clean();

        var outcome = session.Run($"{Get} -Verbose");

        Assert.Contains(outcome.Verbose, line => line.Contains("the Az context of this session serves"));
        Assert.StartsWith("NotSignedIn,", outcome.TheError.FullyQualifiedErrorId);
        Assert.Contains($"asked for {LogsAudience}", outcome.TheError.ToString());
    }

    [Fact]
    public void The_chain_takes_what_the_environment_offers()
    {
        var principal = cloud.Azure.Options.ServicePrincipals[0];
        using var variables = new Variables(
            ("AZURE_CLIENT_ID", $"{principal.ClientId}"),
            ("AZURE_CLIENT_SECRET", principal.Secret),
            ("AZURE_TENANT_ID", $"{cloud.Azure.Options.TenantId}")
        );
        using var session = cloud.Open();

        Assert.Equal(
            $"{principal.ClientId}",
            session.Run("Connect-IoTHubDisconnect -Environment $cloud").Clean().As<AzureContext>().Single().Account
        );
    }

    [Fact]
    public void The_chain_says_when_there_is_nothing()
    {
        using var variables = new Variables(("AZURE_TOKEN_CREDENTIALS", "dev"), ("PATH", _folder.Path));
        using var session = cloud.Open();

        var error = session.Run("Connect-IoTHubDisconnect -Environment $cloud").TheError;

        Assert.StartsWith("NotSignedIn,", error.FullyQualifiedErrorId);
    }

    public void Dispose() => _folder.Dispose();

    private string Token(string audience) => cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue(audience));

    private Variables WithCli(string answer, int exitCode)
    {
        var path = _folder.Write(
            "az",
            "#!/bin/sh",
            $"cat <<'END' {(exitCode == 0 ? "" : ">&2")}",
            answer,
            "END",
            $"exit {exitCode}"
        );
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return new Variables(("PATH", $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}"));
    }
}
