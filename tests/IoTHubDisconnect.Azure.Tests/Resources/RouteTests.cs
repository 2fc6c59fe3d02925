using System.Text.Json;
using AzureStandIn;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Azure.Tests.Logs;
using IoTHubDisconnect.Azure.Tests.Storage;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>A hub's rows, and what Azure says of the hub, come to one answer, whichever way the rows come.</summary>
[Collection(nameof(HubCloud))]
public sealed class RouteTests(HubCloud cloud, LogContainers containers) : IClassFixture<LogContainers>, IAsyncLifetime
{
    private readonly string _container = $"hub-{Guid.NewGuid():N}";
    private const string Ask = "-StartTime $from -EndTime $to | Resolve-DisconnectCause";

    public static TheoryData<string> Routes =>
        [
            "-WorkspaceId $workspace",
            "-ClusterUri $cluster -Database Fleet",
            "-StorageContainerUri $signed",
            "-StorageContainerUri $container",
            "-StorageContainerUri $container -ResourceId $hub",
            "$logs",
        ];

    [Theory]
    [MemberData(nameof(Routes))]
    public void Comes_to_what_the_hub_itself_is_asked_for(string route)
    {
        using var session = Open();

        var asked = session.Run($"Get-DeviceDisconnect -ResourceId $hub {Ask}").Clean();
        var routed = session.Run($"Get-DeviceDisconnect {route} {Ask}").Clean();

        Assert.Contains(asked.As<DisconnectCause>(), c => c.Cause == CauseName.HubFault);
        Assert.All(
            asked.As<DisconnectCause>().Where(c => c.Kind == DisconnectKind.Closed),
            c => Assert.Contains(c.Evidence, e => e.Name == "Hub's health")
        );
        Assert.Equal(Figures.Of(asked.Output), Figures.Of(routed.Output));
    }

    [Theory]
    [InlineData("$logs")]
    [InlineData("-StorageContainerUri $signed")]
    public void Nobody_is_asked_where_nobody_signed_in(string route)
    {
        using var session = Open();
        session.Run("Disconnect-IoTHubDisconnect").Clean();
        cloud.Azure.ForgetRequests();

        Assert.NotEmpty(session.Run($"Get-DeviceDisconnect {route} {Ask}").Clean().Output);
        Assert.Empty(cloud.Azure.Requests);
    }

    [Theory]
    [InlineData("$logs", 0)]
    [InlineData("-StorageContainerUri $signed", 0)]
    [InlineData("-StorageContainerUri $signed -ResourceId $hub", 1)]
    public void A_missing_permission_takes_nothing_from_the_rows(string route, int warnings)
    {
        using var session = Open();
        var whole = session.Run($"Get-DeviceDisconnect {route} -StartTime $from -EndTime $to").Clean().Output.Count;
        foreach (var action in new[] { Permissions.ReadHub, Permissions.ReadMetrics, Permissions.ReadHealth })
            cloud.Azure.Permissions.Revoke(action);

        var outcome = session.Run($"Get-DeviceDisconnect {route} -StartTime $from -EndTime $to -Verbose");

        cloud.Azure.Permissions.Restore();
        Assert.Equal(whole, outcome.Output.Count);
        Assert.Empty(outcome.Errors);
        Assert.Equal(warnings, outcome.Warnings.Count);
        Assert.Contains(outcome.Verbose, v => v.Contains("could not be read (AccessDenied)", StringComparison.Ordinal));
    }

    public async Task InitializeAsync()
    {
        await containers.Blobs.CreateContainerAsync(_container);
        var rows = Directory.GetFiles(cloud.Path).SelectMany(File.ReadAllLines);
        foreach (var hour in rows.GroupBy(BlobOf))
            await containers.Blobs.AppendAsync(_container, hour.Key, $"{string.Join('\n', hour)}\n", create: true);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>
    /// Signed in with tokens for all that is asked, at a hub that was unreachable when its devices dropped.
    /// </summary>
    private Session Open()
    {
        var session = cloud.OpenFresh();
        cloud.Hub.Health.Add(
            new AvailabilityStatus
            {
                State = "Unavailable",
                Summary = "The hub was unreachable.",
                ReasonType = "Unplanned",
                OccurredTime = cloud.Drop.AddMinutes(-2),
                ResolvedTime = cloud.Drop.AddMinutes(10),
            }
        );
        var (management, cluster) = (cloud.Azure.Endpoints.ResourceManager, cloud.Azure.Endpoints.DataExplorer);
        session
            .Run(
                "$null = Connect-IoTHubDisconnect -AccessToken $tokens -Environment $cloud "
                    + "-TrustedHost $own, 127.0.0.1",
                ("tokens", Tokens(management, new Uri("https://api.loganalytics.io"), cluster)),
                ("own", cluster.Host),
                ("cluster", cluster),
                ("from", cloud.Now.AddHours(-24)),
                ("to", cloud.Now),
                ("signed", containers.UriOf(_container, containers.Sas)),
                ("container", $"{containers.Proxy.SecureAddress}{containers.Account.Name}/{_container}")
            )
            .Clean();
        return session;
    }

    private System.Security.SecureString[] Tokens(params Uri[] services) =>
        [
            .. services
                .Select(service => service.GetLeftPart(UriPartial.Authority))
                .Select(audience => cloud.Azure.Tokens.Text(cloud.Azure.Tokens.Issue(audience)))
                .Append(Storage.StorageAccount.Token("https://storage.azure.com"))
                .Select(Secret.Of),
        ];

    private static string BlobOf(string row)
    {
        using var json = JsonDocument.Parse(row);
        var time = json.RootElement.GetProperty("time").GetDateTimeOffset().UtcDateTime;
        return $"resourceId={json.RootElement.GetProperty("resourceId").GetString()}"
            + $"/y={time:yyyy}/m={time:MM}/d={time:dd}/h={time:HH}/m=00/PT1H.json";
    }
}
