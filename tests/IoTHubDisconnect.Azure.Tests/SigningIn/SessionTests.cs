using System.Collections;
using System.Management.Automation;
using IoTHubDisconnect.Tests;

namespace IoTHubDisconnect.Azure.Tests.SigningIn;

/// <summary>Whose a sign-in is, and how long.</summary>
[Collection(nameof(TinyCloud))]
public sealed class SessionTests(TinyCloud cloud)
{
    private const string Nobody =
        "function global:Get-AzContext { [pscustomobject]@{ Account = 'x' } }; function "
        + "global:Get-AzAccessToken { throw 'not signed in' }";
    private const string Get =
        "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-17Z";

    [Fact]
    public void A_sign_in_is_the_runspaces_own()
    {
        using var mine = cloud.SignIn();
        using var other = cloud.Open();
        other.Run(Nobody).Clean();

        Assert.NotEmpty(mine.Run(Get).Clean().Output);
        Assert.StartsWith("NotSignedIn,", other.Run(Get).TheError.FullyQualifiedErrorId);
        Assert.NotEmpty(mine.Run(Get).Clean().Output);
    }

    [Fact]
    public void Disconnect_forgets_it()
    {
        using var session = cloud.SignIn();
        session.Run(Nobody).Clean();

        session.Run("Disconnect-IoTHubDisconnect").Clean();

        Assert.StartsWith("NotSignedIn,", session.Run(Get).TheError.FullyQualifiedErrorId);
    }

    [Fact]
    public void Removing_the_module_forgets_it()
    {
        using var session = cloud.SignIn();
        session.Run(Nobody).Clean();

        session
            .Run($"Remove-Module IoTHubDisconnect; Import-Module '{Repository.PathOf("IoTHubDisconnect.psd1")}'")
            .Clean();

        Assert.StartsWith("NotSignedIn,", session.Run(Get).TheError.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("-ResourceId $hub")]
    [InlineData("-HubName nosuch")]
    [InlineData("-WorkspaceId $workspace")]
    [InlineData("-StorageContainerUri https://logs.blob.core.windows.net/insights-logs-connections")]
    public void Without_one_a_script_goes_on_where_it_is_told_to(string source)
    {
        using var session = cloud.Open();
        session.Run(Nobody).Clean();

        var outcome = session.Run($"Measure-DisconnectCause {source} -ErrorAction SilentlyContinue; $Error[0]").Clean();

        var error = Assert.IsType<ErrorRecord>(Assert.Single(outcome.Output).BaseObject);
        Assert.StartsWith("NotSignedIn,", error.FullyQualifiedErrorId);
    }

    [Fact]
    public void A_failed_sign_in_leaves_the_one_before()
    {
        using var session = cloud.SignIn();

        Assert.NotNull(session.Run("Connect-IoTHubDisconnect -AccessToken nonsense -Environment $cloud").TheError);

        Assert.NotEmpty(session.Run(Get).Clean().Output);
    }

    [Theory]
    [InlineData("AzureCloud", "AzureCloud")]
    [InlineData("azureusgovernment", "AzureUSGovernment")]
    [InlineData("AzureChinaCloud", "AzureChinaCloud")]
    public void Clouds_have_names(string given, string name)
    {
        using var session = cloud.Open();

        Assert.Equal(name, session.Run($"([IoTHubDisconnect.AzureEnvironment]'{given}').Name").Output[0].BaseObject);
    }

    [Theory]
    [InlineData("'Atlantis'", "There is no cloud 'Atlantis'")]
    [InlineData("@{ Name = 'Mine'; Log = 'https://x' }", "Log")]
    public void An_environment_that_is_none_is_refused_with_what_there_is(string environment, string because)
    {
        using var session = cloud.Open();

        var error = session.Run($"Connect-IoTHubDisconnect -AccessToken x -Environment {environment}").TheError;

        Assert.Contains(because, error.ToString());
    }

    [Fact]
    public void Nothing_that_answers_is_its_own_error()
    {
        using var session = cloud.Open();
        var nowhere = new Hashtable(cloud.Environment)
        {
            ["AuthorityHost"] = "https://127.0.0.1:9/",
            ["Logs"] = "https://127.0.0.1:9/",
        };
        var token = cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue("https://api.loganalytics.io"));

        var signIn = session
            .Run(
                "Connect-IoTHubDisconnect -TenantId $tenant -ApplicationId a -ClientSecret b -Environment $nowhere",
                ("nowhere", nowhere),
                ("tenant", $"{cloud.Azure.Options.TenantId}")
            )
            .TheError;
        var query = session
            .Run($"$null = Connect-IoTHubDisconnect -AccessToken $token -Environment $nowhere; {Get}", ("token", token))
            .TheError;

        Assert.StartsWith("Unreachable,", signIn.FullyQualifiedErrorId);
        Assert.StartsWith("Unreachable,", query.FullyQualifiedErrorId);
        Assert.Contains("proxy", query.ErrorDetails.RecommendedAction);
    }
}
