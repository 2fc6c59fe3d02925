using HubStandIn.Clocks;
using HubStandIn.Registry;
using MQTTnet;
using MQTTnet.Protocol;

namespace HubStandIn.Tests.Mqtt;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly SteppedClock clock = new(Start);
    private StandInHub hub = null!;
    private HubIdentity identity = null!;

    public async Task InitializeAsync()
    {
        hub = await StandInHub.StartAsync(new StandInHubOptions { Clock = clock });
        identity = hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task The_newer_connection_of_an_identity_throws_the_older_off()
    {
        IMqttClient older = await new TestDevice(hub, identity).ConnectAsync();
        IMqttClient newer = await new TestDevice(hub, identity).ConnectAsync();
        await Eventually.IsTrue(() => !older.IsConnected);
        Assert.Equal("+ -400027 +", hub.Story());
        Assert.True(newer.IsConnected);
    }

    [Fact]
    public async Task A_token_is_borne_for_its_life_and_the_grace()
    {
        IMqttClient client = await new TestDevice(hub, identity)
        {
            KeepAlive = 0,
            Token = hub.Token(identity, TimeSpan.FromMinutes(20)),
        }.ConnectAsync();
        clock.Advance(TimeSpan.FromMinutes(24.9));
        Assert.Equal("+", hub.Story());
        clock.Advance(TimeSpan.FromMinutes(0.2));
        await Eventually.IsTrue(() => !client.IsConnected);
        Assert.Equal("+ -401003 -404104", hub.Story());
        Assert.Equal(Start.AddMinutes(25), hub.Rows[^1].Time);
    }

    [Theory]
    [InlineData(60, 90)]
    [InlineData(240, 360)]
    [InlineData(1177, 1765.5)]
    [InlineData(3600, 1767)]
    [InlineData(0, 1767)]
    public async Task Silence_is_borne_for_one_and_a_half_times_the_keep_alive_and_no_longer_than_the_cap(
        ushort keepAlive,
        double seconds
    )
    {
        await new TestDevice(hub, identity) { KeepAlive = keepAlive }.ConnectAsync();
        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal("+", hub.Story());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("+ -404104", hub.Story());
    }

    [Fact]
    public async Task Whatever_is_heard_makes_the_hub_wait_anew()
    {
        IMqttClient client = await new TestDevice(hub, identity) { KeepAlive = 60 }.ConnectAsync();
        for (int i = 0; i < 5; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(80));
            await client.PingAsync();
        }

        Assert.Equal("+", hub.Story());
        clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("+ -404104", hub.Story());
    }

    [Theory]
    [InlineData("devices/device-1/messages/events/", MqttQualityOfServiceLevel.ExactlyOnce)]
    [InlineData("devices/device-2/messages/events/", MqttQualityOfServiceLevel.AtMostOnce)]
    [InlineData("home/kitchen", MqttQualityOfServiceLevel.AtMostOnce)]
    public async Task What_a_hub_does_not_take_ends_the_connection(string topic, MqttQualityOfServiceLevel quality)
    {
        IMqttClient client = await new TestDevice(hub, identity).ConnectAsync();
        _ = client.PublishStringAsync(topic, "{}", quality).ContinueWith(task => task.Exception, TaskScheduler.Default);
        await Eventually.IsTrue(() => !client.IsConnected);
        Assert.Equal("+ -404104", hub.Story());
        Assert.Empty(hub.Telemetry.Messages);
    }

    [Fact]
    public async Task A_hub_that_is_upgraded_throws_everybody_off_and_refuses_them_for_a_while()
    {
        HubIdentity other = hub.Registry.Add("device-2");
        await new TestDevice(hub, identity).ConnectAsync();
        await new TestDevice(hub, other).ConnectAsync();
        hub.Conditions.Refusal = HubErrorCode.ConnectionRejectedOnFaultInjection;
        hub.DropAll(HubErrorCode.ConnectionForcefullyClosedOnFaultInjection);
        await new TestDevice(hub, identity).TryConnectAsync();
        hub.Conditions.Refusal = null;
        await new TestDevice(hub, identity).ConnectAsync();
        Assert.Equal("+ + -400029 -400029 +400030 +", hub.Story());
    }

    [Fact]
    public async Task A_clock_that_runs_fast_makes_an_hour_a_moment()
    {
        await using StandInHub fast = await StandInHub.StartAsync(
            new StandInHubOptions { Clock = new FastClock(3600), KeepAliveClock = TimeProvider.System }
        );
        HubIdentity device = fast.Registry.Add("device-1");
        await new TestDevice(fast, device).ConnectAsync();
        await Eventually.IsTrue(() => !fast.IsConnected(device));
        Assert.InRange(fast.Rows[^1].Time - fast.Rows[0].Time, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(65));
    }
}
