using FleetGenerator.Chance;
using FleetGenerator.Clients;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator.Tests;

public class LinkTests
{
    [Theory]
    [InlineData(SdkName.DotNet, 450)]
    [InlineData(SdkName.Java, 345)]
    [InlineData(SdkName.Node, 270)]
    [InlineData(SdkName.Python, 90)]
    [InlineData(SdkName.C, 360)]
    [InlineData(SdkName.FreeRtos, 90)]
    [InlineData(SdkName.Arduino, 45)]
    public void The_hub_waits_one_and_a_half_keep_alives(SdkName sdk, double seconds)
    {
        var outcome = WithOutage(World.DraftOf(sdk) with { Telemetry = 1 }, 1000, 4000);

        Assert.Equal("404104", outcome.DisconnectCodes[0]);
        Assert.Equal(1000 + seconds, outcome.Disconnects[0], 2.0);
        Assert.True(outcome.Connects[1] >= 4000);
    }

    [Theory]
    [InlineData(1000, 1500)]
    [InlineData(1177, 1765.5)]
    [InlineData(1178, 1767)]
    [InlineData(7200, 1767)]
    public void No_keep_alive_makes_it_wait_longer_than_its_cap(double keepAlive, double seconds)
    {
        var liveness = new Liveness(Transport.Mqtt, keepAlive, keepAlive, 60, 60);

        Assert.Equal(seconds, liveness.HubTimeout);
    }

    [Theory]
    [InlineData(Transport.Mqtt, "400027")]
    [InlineData(Transport.MqttWs, "400027")]
    [InlineData(Transport.Amqp, "409002")]
    public void A_device_that_is_back_before_the_hub_has_noticed_takes_its_session_over(
        Transport transport,
        string code
    )
    {
        var loss = new LinkLoss(1000, 1010, FlowLost: false, PowerLost: true);
        var outcome = new World { Draft = World.DraftOf(SdkName.C, 600, transport) }.Run(device =>
            [new Once(loss, device)]
        );

        Assert.Equal(code, outcome.DisconnectCodes[0]);
        Assert.InRange(outcome.Connects[1] - outcome.Disconnects[0], 0, 0.2);
        Assert.Equal(Cause.NetworkLost, outcome.Labels[0].Cause);
    }

    [Fact]
    public void A_short_loss_leaves_no_trace()
    {
        var outcome = WithOutage(World.DraftOf(SdkName.C, 1440), 1000, 1020);

        Assert.Empty(outcome.Labels);
    }

    [Fact]
    public void No_attempt_passes_while_the_line_is_down()
    {
        var outcome = WithOutage(World.DraftOf(SdkName.Python, 10), 1000, 6000);

        Assert.DoesNotContain(outcome.Connects, at => at > 1001 && at < 6000);
        Assert.Empty(outcome.Refusals);
    }

    [Theory]
    [InlineData(SdkName.DotNet, 10)]
    [InlineData(SdkName.Python, 10)]
    [InlineData(SdkName.C, 30)]
    [InlineData(SdkName.ThreadX, 600)]
    public void Retries_slow_down_to_each_librarys_cap(SdkName sdk, double cap)
    {
        var retry = SdkCatalog.Of(sdk).Retry with { GivesUpAfter = double.PositiveInfinity };
        var rng = new Rng(1);

        Assert.All(
            Enumerable.Range(0, 40),
            attempt => Assert.True(retry.Next(attempt, 0, rng) <= cap * (1 + retry.Jitter))
        );
        Assert.Equal(cap, retry.Next(30, 0, rng), cap * retry.Jitter * 1.01);
    }

    private static Outcome WithOutage(DeviceDraft draft, double from, double until)
    {
        var site = new Site("10.1.1.XXX", "test") { Outages = { new SiteOutage(from, until) } };
        return new World { Draft = draft, Site = site }.Run();
    }

    private sealed class Once(LinkLoss loss, Device device) : ISessionEnder
    {
        public SessionEnd? Next(double connectedAt) => connectedAt < loss.From ? loss.EndSession(device) : null;
    }
}
