using AzureStandIn;
using IoTHubDisconnect.Azure.Tests.SigningIn;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.PushDown;

/// <summary>A table of Azure Data Explorer with the columns of AzureDiagnostics says what the files say.</summary>
[Collection(nameof(TinyCloud))]
public sealed class DataExplorerTests(TinyCloud cloud) : IDisposable
{
    private const string Period = "-StartTime 2026-11-16Z -EndTime 2026-11-18Z";

    private readonly Session _session = cloud.SignIn();

    [Fact]
    public void Disconnects_are_the_same_as_in_files()
    {
        var files = _session
            .Run($"Get-DeviceDisconnect $logs {Period}")
            .Clean()
            .As<DeviceDisconnect>()
            .Select(d => $"{d} {d.Downtime}");

        Assert.Equal(
            files,
            Ask($"Get-DeviceDisconnect {Source} {Period}").As<DeviceDisconnect>().Select(d => $"{d} {d.Downtime}")
        );
        Assert.Equal(
            files.Count(),
            Ask($"Measure-DisconnectCause {Source} {Period}").As<DisconnectSummary>().Sum(s => s.Count)
        );
    }

    [Fact]
    public void A_database_that_is_not_there_is_named()
    {
        var outcome = _session.Run(
            $"Get-DeviceDisconnect -ClusterUri $cluster -Database Other {Period}",
            ("cluster", cloud.Azure.Endpoints.DataExplorer)
        );

        Assert.StartsWith("WorkspaceNotFound", outcome.TheError.FullyQualifiedErrorId);
        Assert.Contains("Other", outcome.TheError.Exception.Message);
    }

    [Fact]
    public void A_path_stays_and_the_request_says_how_long_it_may_take()
    {
        cloud.Azure.ForgetRequests();

        Assert.NotEmpty(
            _session
                .Run(
                    $"Get-DeviceDisconnect {Source} {Period}",
                    ("cluster", new Uri(cloud.Azure.Endpoints.DataExplorer, "workspaces/fleet-logs"))
                )
                .Clean()
                .Output
        );
        var queries = cloud
            .Azure.Requests.Where(r => r is { Service: AzureService.DataExplorer, Method: "POST" })
            .ToList();
        Assert.NotEmpty(queries);
        Assert.All(
            queries,
            r =>
            {
                Assert.Equal("/workspaces/fleet-logs/v1/rest/query", r.Path);
                Assert.Equal(TimeSpan.FromMinutes(10), r.ServerTimeout);
                Assert.DoesNotContain("Prefer", r.Headers.Keys);
            }
        );
    }

    [Theory]
    [InlineData("https://api.kusto.contoso.example", true, null)]
    [InlineData("https://management.azure.com", true, "UntrustedHost,")]
    [InlineData(null, false, null)]
    public async Task A_cluster_says_itself_what_its_tokens_are_for(string? audience, bool hasMetadata, string? error)
    {
        await using var azure = await StandInAzure.StartAsync(
            new StandInOptions { ClusterAudience = audience, HasClusterMetadata = hasMetadata }
        );
        await azure.LoadAsync(cloud.Path);
        var principal = azure.Options.ServicePrincipals[0];
        using var session = cloud.Open();
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -TenantId $tenant -ApplicationId $app -ClientSecret $secret "
                    + "-TrustedHost $own -Environment @{ Name = 'Mine'; AuthorityHost = $entra; ResourceManager = "
                    + "$arm; Logs = $query; DataExplorerSuffixes = 'kusto.contoso.example' }",
                ("tenant", $"{azure.Options.TenantId}"),
                ("app", $"{principal.ClientId}"),
                ("secret", Secret.Of(principal.Secret)),
                ("own", azure.Endpoints.DataExplorer.Host),
                ("entra", azure.Endpoints.Entra),
                ("arm", azure.Endpoints.ResourceManager),
                ("query", azure.Endpoints.Logs),
                ("cluster", azure.Endpoints.DataExplorer)
            )
            .Clean();

        var outcome = session.Run($"Get-DeviceDisconnect {Source} {Period}");

        if (error is null)
            Assert.NotEmpty(outcome.Clean().Output);
        else
        {
            Assert.StartsWith(error, outcome.TheError.FullyQualifiedErrorId);
            Assert.DoesNotContain(azure.Requests, r => r.Token is not null && r.Token.Audience == audience);
        }
    }

    [Theory]
    [InlineData("https", "UntrustedHost,", "neither")]
    [InlineData("http", "InsecureEndpoint,", "https")]
    public void A_cluster_that_was_not_named_gets_no_token(string scheme, string id, string words)
    {
        using var session = cloud.Open();
        session.LoadAz(_ => "token");
        session.Run("$null = Connect-IoTHubDisconnect -AzContext -Environment $cloud").Clean();
        cloud.Azure.ForgetRequests();

        var error = session
            .Run(
                $"Get-DeviceDisconnect {Source} {Period}",
                ("cluster", new UriBuilder(cloud.Azure.Endpoints.DataExplorer) { Scheme = scheme }.Uri)
            )
            .TheError;

        Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(words, $"{error}", StringComparison.Ordinal);
        Assert.Empty(cloud.Azure.Requests);
        Assert.Equal(["https://api.loganalytics.io"], session.AskedOfAz());
    }

    public void Dispose() => _session.Dispose();

    private const string Source = "-ClusterUri $cluster -Database Fleet";

    private Outcome Ask(string script) => _session.Run(script, ("cluster", cloud.Azure.Endpoints.DataExplorer)).Clean();
}
