using FleetGenerator.Clients;
using FleetGenerator.Hubs;

namespace FleetGenerator.Tests;

public class IncidentTests
{
    private const double Start = 5000;

    [Fact]
    public void A_fault_drops_and_refuses_with_server_errors_until_it_is_over()
    {
        var outcome = During(new HubFault(Start, 300, 1));

        Assert.Contains(outcome.DisconnectCodes[0], new[] { "404104", "500001", "500008", "503001" });
        Assert.InRange(outcome.Disconnects[0], Start, Start + 90);
        Assert.All(RefusalCodes(outcome), code => Assert.Contains(code, new[] { "500001", "500008", "503001" }));
        Assert.All(outcome.Labels, label => Assert.Equal((Cause.HubFault, Scope.Hub), (label.Cause, label.Scope)));
    }

    [Fact]
    public void An_upgrade_takes_a_node_at_a_time_and_lets_devices_back_soon()
    {
        var outcome = During(new HubMaintenance(Start, 3, 200));

        Assert.InRange(outcome.Disconnects[0], Start, Start + 420);
        Assert.Contains(outcome.DisconnectCodes[0], new[] { "400029", "404104" });
        Assert.InRange(outcome.Connects[1] - outcome.Disconnects[0], 0.5, 60);
    }

    [Fact]
    public void A_failover_refuses_until_the_other_region_has_taken_over()
    {
        var outcome = During(new HubFailover(Start, 600));

        Assert.Equal("404104", outcome.DisconnectCodes[0]);
        Assert.NotEmpty(outcome.Refusals);
        Assert.All(RefusalCodes(outcome), code => Assert.Equal("404012", code));
        Assert.True(outcome.Connects[1] >= Start + 600);
    }

    [Fact]
    public void A_quota_is_gone_until_midnight()
    {
        var world = new World { Draft = World.DraftOf(SdkName.Java, 10) };
        var midnight = world.Window.MidnightAfter(world.Window.Length - 1);
        world.Incidents.Add(new QuotaExhaustion(Start, midnight, 1, letsIn: false));

        var outcome = world.Run();

        Assert.Equal(24 * World.Hour, midnight);
        Assert.Contains("403002", outcome.DisconnectCodes);
        Assert.DoesNotContain(outcome.Connects, at => at > Start);
        Assert.Single(outcome.Labels, label => label is { Kind: LabelKind.Refused, Cause: Cause.QuotaExceeded });
    }

    [Fact]
    public void A_hub_without_quota_may_let_devices_in_to_drop_them()
    {
        var outcome = During(new QuotaExhaustion(Start, 20000, 1, letsIn: true));

        Assert.Empty(outcome.Refusals);
        var drops = outcome.LabelTimes(Cause.QuotaExceeded);
        Assert.True(drops.Length > 5);
        Assert.All(drops, at => Assert.InRange(at, Start, 20010));
    }

    private static Outcome During(IHubIncident incident)
    {
        var world = new World { Draft = World.DraftOf(SdkName.DotNet, 60, Transport.Amqp) };
        world.Incidents.Add(incident);
        return world.Run();
    }

    private static IEnumerable<string?> RefusalCodes(Outcome outcome) =>
        outcome.Rows.Where(row => row.IsConnect && row.ResultType is not null).Select(row => row.ResultType);
}
