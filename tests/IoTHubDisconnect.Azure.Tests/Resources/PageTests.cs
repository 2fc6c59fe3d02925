using AzureStandIn;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>
/// Lists come in pages, of which the last may hold what is looked for; and the token goes to no other host for one.
/// </summary>
[Collection(nameof(HubCloud))]
public sealed class PageTests(HubCloud cloud) : IDisposable
{
    private readonly List<IotHub> _others = [];

    [Fact]
    public void Finds_a_hub_on_the_last_page()
    {
        using var session = Open(hubs: 7, pageSize: 2);
        Assert.Equal(
            "SignIn Passed, Hub Passed",
            string.Join(
                ", ",
                session
                    .Run("Test-DisconnectLogging -HubName zulu-6")
                    .As<DisconnectLoggingCheck>()
                    .Take(2)
                    .Select(c => $"{c.Name} {c.State}")
            )
        );
    }

    [Fact]
    public void Reads_all_diagnostic_settings()
    {
        using var session = Open(hubs: 0, pageSize: 1);
        cloud.Hub.DiagnosticSettings.Insert(0, new DiagnosticSetting { Name = "routes", Categories = ["Routes"] });
        cloud.Hub.DiagnosticSettings.Insert(0, new DiagnosticSetting { Name = "twins", Categories = ["TwinQueries"] });
        Assert.Equal(
            CheckState.Passed,
            session
                .Run("Test-DisconnectLogging $hub")
                .As<DisconnectLoggingCheck>()
                .Single(c => c.Name == "DiagnosticSetting")
                .State
        );
    }

    [Fact]
    public void Takes_the_token_to_no_other_host()
    {
        using var session = Open(hubs: 0, pageSize: 1);
        cloud.Hub.DiagnosticSettings.Add(new DiagnosticSetting { Name = "routes", Categories = ["Routes"] });
        cloud.Azure.Estate.Pages.Host = cloud.Azure.Endpoints.Logs;
        cloud.Azure.ForgetRequests();
        var check = session
            .Run("Test-DisconnectLogging $hub")
            .As<DisconnectLoggingCheck>()
            .Single(c => c.Name == "DiagnosticSetting");
        Assert.Contains("the next page is said to be elsewhere", check.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(
            cloud.Azure.Requests,
            r => r.Service == AzureService.Logs && r.Path.Contains("diagnosticSettings", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Takes_an_id_in_an_answer_for_no_address()
    {
        using var session = Open(hubs: 0, pageSize: int.MaxValue);
        cloud.Hub.DiagnosticSettings[0] = new DiagnosticSetting
        {
            Name = "elsewhere",
            WorkspaceId = $"//localhost:{cloud.Azure.Endpoints.Logs.Port}/elsewhere",
        };
        cloud.Azure.ForgetRequests();

        var check = session
            .Run("Test-DisconnectLogging $hub")
            .As<DisconnectLoggingCheck>()
            .Single(c => c.Name == "Workspace");

        Assert.Equal(CheckState.Failed, check.State);
        Assert.Contains("no token goes there", check.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(cloud.Azure.Requests, r => r.Path.Contains("elsewhere", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        (cloud.Azure.Estate.Pages.Size, cloud.Azure.Estate.Pages.Host) = (int.MaxValue, null);
        foreach (var hub in _others)
            cloud.Azure.Estate.Remove(hub);
    }

    private Session Open(int hubs, int pageSize)
    {
        var session = cloud.OpenFresh();
        for (var i = 0; i < hubs; i++)
            _others.Add(cloud.Azure.Estate.AddHub(cloud.Hub.Id with { Name = $"zulu-{i}" }));
        cloud.Azure.Estate.Pages.Size = pageSize;
        return session;
    }
}
