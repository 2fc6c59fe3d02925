using System.Text.Json;
using FleetGenerator;
using IoTHubDisconnect.Azure.Resources;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>Answers of Azure Resource Manager, whole and with holes.</summary>
public sealed class AnswerTests
{
    private const string Id =
        "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/r/providers/Microsoft.Devices"
        + "/IotHubs/contoso";

    [Fact]
    public void Reads_a_hub()
    {
        var hub = HubJson.Read(
            Json(
                """
                {"id":"/subscriptions/s/resourceGroups/r/providers/Microsoft.Devices/IotHubs/contoso","name":"contoso","location":"westeurope","sku":{"name":"S2","tier":"Standard","capacity":3},
                 "properties":{"state":"Active","hostName":"contoso.azure-devices.net","minTlsVersion":"1.2","publicNetworkAccess":"Disabled","disableLocalAuth":true,"disableDeviceSAS":true,"disableModuleSAS":false,
                  "locations":[{"location":"North Europe","role":"primary"},{"location":"West Europe","role":"secondary"}],
                  "ipFilterRules":[{"filterName":"all","action":"Reject","ipMask":"0.0.0.0/0"}],
                  "networkRuleSets":{"defaultAction":"Deny","applyToBuiltInEventHubEndpoint":false,"ipRules":[{"filterName":"plant","action":"Allow","ipMask":"203.0.113.0/24"}]}}}
                """
            ),
            ""
        );
        Assert.Equal(
            ("contoso", "S2", 3, "Active", "1.2"),
            (hub.HubName, hub.Tier, hub.Units, hub.State, hub.MinTlsVersion)
        );
        Assert.Equal(
            (false, true, true, false, true),
            (hub.IsPublic, hub.DisableLocalAuth, hub.DisableDeviceSas, hub.DisableModuleSas, hub.DeniesByDefault)
        );
        Assert.Equal("reject 0.0.0.0/0 (all)", hub.IpFilterRules.ToString());
        Assert.Equal("allow 203.0.113.0/24 (plant)", hub.NetworkRules.ToString());
        Assert.True(hub.HasFailedOver);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sku":null,"properties":null,"location":3}""")]
    [InlineData(
        """{"sku":"S1","properties":{"locations":{},"ipFilterRules":"none","networkRuleSets":[],"disableDeviceSAS":"yes","state":7}}"""
    )]
    [InlineData("[]")]
    [InlineData("null")]
    public void Reads_what_there_is_of_a_hub(string json)
    {
        var hub = HubJson.Read(Json(json), Id);
        Assert.Equal(
            (Id, null, null, true, false, false),
            (hub.ResourceId, hub.Tier, hub.State, hub.IsPublic, hub.DisableDeviceSas, hub.HasFailedOver)
        );
    }

    [Theory]
    [InlineData("""{"category":"Connections","enabled":true}""", true, true)]
    [InlineData("""{"category":"connections","enabled":true}""", true, true)]
    [InlineData("""{"category":null,"categoryGroup":"allLogs","enabled":true}""", true, true)]
    [InlineData("""{"category":null,"categoryGroup":"audit","enabled":true}""", false, false)]
    [InlineData("""{"category":"Connections","enabled":false}""", false, true)]
    [InlineData(
        """{"category":"Connections","enabled":false},{"categoryGroup":"allLogs","enabled":true}""",
        true,
        true
    )]
    [InlineData("""{"category":"Routes","enabled":true}""", false, false)]
    [InlineData("", false, false)]
    public void Knows_what_sends_connections(string logs, bool sends, bool lists)
    {
        var setting = DiagnosticSettingJson.Read(
            Json(
                $$$"""{"name":"s","properties":{"workspaceId":"/w","storageAccountId":"","eventHubName":null,"eventHubAuthorizationRuleId":"/rule","logs":[{{{logs}}}]}}"""
            )
        );
        Assert.Equal(
            (sends, lists, "/w", null, "/rule"),
            (
                setting.SendsConnections,
                setting.ListsConnections,
                setting.WorkspaceId,
                setting.StorageAccountId,
                setting.EventHub
            )
        );
    }

    [Fact]
    public void Takes_a_missing_figure_for_none_and_not_for_zero()
    {
        var points = MetricJson
            .Points(
                Json(
                    """
                    {"timeseries":[{"data":[{"timeStamp":"2026-11-16T00:00:00Z","average":1.5,"minimum":1,"maximum":2},{"timeStamp":"2026-11-16T00:01:00Z"},
                     {"timeStamp":"2026-11-16T00:02:00Z","average":0,"minimum":null},{"timeStamp":"soon","average":1},{"average":1}]}]}
                    """
                )
            )
            .ToList();
        Assert.Equal([1.5, null, 0], points.Select(p => p.Average));
        Assert.Equal([1, null, 0], points.Select(p => p.Lowest));
        Assert.Empty(MetricJson.Points(Json("""{"timeseries":[]}""")));
    }

    [Fact]
    public void Reads_a_simulated_fleets_metric()
    {
        using var folder = new LogFolder();
        var fleet = Fleet.Simulate(FleetPresets.All["plain"](31) with { Devices = 80, Hours = 36 });
        fleet.WriteTo(folder.Path);
        var metrics = Json(File.ReadAllText(folder.PathOf("metrics.json")));
        foreach (var (hub, counts) in fleet.ConnectedCounts)
            Assert.Equal(
                counts.Select(c => new MetricPoint(c.Time, c.Average, c.Minimum, c.Maximum)),
                MetricJson.Points(metrics.GetProperty(hub))
            );
    }

    [Fact]
    public void Takes_a_state_for_lasting_until_the_next()
    {
        var events = HealthJson.EventsOf([
            Status(
                "Available",
                "2026-11-16T06:00:00Z",
                ""","recentlyResolved":{"unavailableOccuredTime":"2026-11-16T05:00:00Z","resolvedTime":"2026-11-16T05:50:00Z","unavailableSummary":"It failed over."}"""
            ),
            Status(
                "Degraded",
                "2026-11-16T02:00:00Z",
                ""","reasonType":"Planned Maintenance","summary":"An upgrade." """
            ),
            Status("Available", "2026-11-16T03:00:00Z", ""),
            Json("""{"properties":{"availabilityState":"Unavailable"}}"""),
        ]);
        Assert.Equal(
            [
                "Degraded from 2026-11-16 02:00Z to 2026-11-16 03:00Z",
                "Available from 2026-11-16 03:00Z to 2026-11-16 06:00Z",
                "Failover from 2026-11-16 05:00Z to 2026-11-16 05:50Z",
                "Available from 2026-11-16 06:00Z",
            ],
            events.Select(e => $"{e}")
        );
        Assert.True(events[0].IsPlanned);
    }

    private static JsonElement Status(string state, string time, string more) =>
        Json(
            $$$"""{"properties":{"availabilityState":"{{{state}}}","title":"{{{state}}}","occuredTime":"{{{time}}}" {{{more}}} } }"""
        );

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
