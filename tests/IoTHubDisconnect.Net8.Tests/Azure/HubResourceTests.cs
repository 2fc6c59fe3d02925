using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Net8.Tests.StandIns;

namespace IoTHubDisconnect.Net8.Tests.Azure;

/// <summary>What Azure Resource Manager tells of a hub: its metric, settings, where its logs go, how it was.</summary>
[Collection(nameof(AllStandIns))]
public sealed class HubResourceTests(AllStandIns standIns)
{
    private readonly FleetAzure _azure = standIns.Azure;

    [Fact]
    public async Task The_metric_is_the_fleets()
    {
        foreach (var (hub, counts) in _azure.Fleet.ConnectedCounts)
        {
            var points = new List<MetricPoint>();
            await foreach (
                var point in _azure
                    .Connect()
                    .Resources.GetConnectedDeviceCountAsync(
                        IdOf(hub),
                        counts[0].Time,
                        counts[^1].Time.AddMinutes(1),
                        AzureCall.Silent
                    )
            )
                points.Add(point);

            Assert.Equal(counts.Select(c => new MetricPoint(c.Time, c.Average, c.Minimum, c.Maximum)), points);
        }
    }

    [Fact]
    public async Task A_hub_is_found_by_its_name_with_its_settings()
    {
        var name = HubName.Of(_azure.HubIds[0]).Name;

        var found = Assert.Single(
            (
                await _azure
                    .Connect()
                    .Resources.FindHubsAsync(HubSearch.For(new HubName(null, null, name)), AzureCall.Silent)
            ).Hubs
        );
        var hub = await _azure.Connect().Resources.GetHubAsync(_azure.HubIds[0], AzureCall.Silent);

        Assert.Equal(_azure.HubIds[0], found.ResourceId, ignoreCase: true);
        Assert.Equal(
            (name, "Active", $"{name}.azure-devices.net", true),
            (hub.HubName, hub.State, hub.HostName, hub.IsPublic)
        );
        Assert.Equal((found.Tier, found.Units, found.MinTlsVersion), (hub.Tier, hub.Units, hub.MinTlsVersion));
    }

    [Fact]
    public async Task The_workspace_of_its_logs_is_the_one_to_query()
    {
        var resources = _azure.Connect().Resources;

        var setting = Assert.Single(await resources.GetDiagnosticSettingsAsync(_azure.HubIds[0], AzureCall.Silent));

        Assert.True(setting.SendsConnections);
        var workspace = await resources.GetWorkspaceAsync(setting.WorkspaceId!, AzureCall.Silent);
        Assert.Contains(workspace.CustomerId, _azure.WorkspaceIds);
    }

    [Fact]
    public async Task A_hub_that_was_well_has_no_trouble_in_its_history()
    {
        var resources = _azure.Connect().Resources;

        Assert.All(
            await resources.GetHealthAsync(_azure.HubIds[0], AzureCall.Silent),
            health => Assert.StartsWith("Available", $"{health}", StringComparison.Ordinal)
        );
        Assert.Empty(
            await resources.GetFailoversAsync(
                _azure.HubIds[0],
                DateTimeOffset.UtcNow.AddDays(-1),
                DateTimeOffset.UtcNow,
                AzureCall.Silent
            )
        );
    }

    [Fact]
    public async Task A_hub_that_is_not_there_is_told()
    {
        var failure = await Assert.ThrowsAsync<AzureException>(() =>
            _azure.Connect().Resources.GetHubAsync(_azure.HubIds[0] + "-gone", AzureCall.Silent)
        );

        Assert.Equal(AzureErrorKind.ResourceNotFound, failure.Kind);
    }

    private string IdOf(string hub) =>
        _azure.HubIds.Single(id => id.EndsWith("/" + hub, StringComparison.OrdinalIgnoreCase));
}
