using HubStandIn.Clocks;
using HubStandIn.Registry;
using MQTTnet;
using MQTTnet.Protocol;

namespace HubStandIn.Tests.Mqtt;

public sealed class SessionTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly SteppedClock _clock = new(Start);
    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync(new StandInHubOptions { Clock = _clock });
        _identity = _hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task The_newer_connection_of_an_identity_throws_the_older_off()
    {
        var older = await new TestDevice(_hub, _identity).ConnectAsync();
        var newer = await new TestDevice(_hub, _identity).ConnectAsync();
        await Eventually.IsTrue(() => !older.IsConnected);
        Assert.Equal("+ -400027 +", _hub.Story());
        Assert.True(newer.IsConnected);
    }

    [Fact]
    public async Task A_token_is_borne_for_its_life_and_the_grace()
    {
        var client = await new TestDevice(_hub, _identity)
        {
            KeepAlive = 0,
            Token = _hub.Token(_identity, TimeSpan.FromMinutes(20)),
        }.ConnectAsync();
        _clock.Advance(TimeSpan.FromMinutes(24.9));
        Assert.Equal("+", _hub.Story());
        _clock.Advance(TimeSpan.FromMinutes(0.2));
        await Eventually.IsTrue(() => !client.IsConnected);
        Assert.Equal("+ -401003 -404104", _hub.Story());
        Assert.Equal(Start.AddMinutes(25), _hub.Rows[^1].Time);
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
        await new TestDevice(_hub, _identity) { KeepAlive = keepAlive }.ConnectAsync();
        _clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal("+", _hub.Story());
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("+ -404104", _hub.Story());
    }

    [Fact]
    public async Task Whatever_is_heard_makes_the_hub_wait_anew()
    {
        var client = await new TestDevice(_hub, _identity) { KeepAlive = 60 }.ConnectAsync();
        for (var i = 0; i < 5; i++)
        {
            _clock.Advance(TimeSpan.FromSeconds(80));
            await client.PingAsync();
        }

        Assert.Equal("+", _hub.Story());
        _clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("+ -404104", _hub.Story());
    }

    [Theory]
    [InlineData("devices/device-1/messages/events/", MqttQualityOfServiceLevel.ExactlyOnce)]
    [InlineData("devices/device-2/messages/events/", MqttQualityOfServiceLevel.AtMostOnce)]
    [InlineData("home/kitchen", MqttQualityOfServiceLevel.AtMostOnce)]
    public async Task What_a_hub_does_not_take_ends_the_connection(string topic, MqttQualityOfServiceLevel quality)
    {
        var client = await new TestDevice(_hub, _identity).ConnectAsync();
        _ = client.PublishStringAsync(topic, "{}", quality).ContinueWith(task => task.Exception, TaskScheduler.Default);
        await Eventually.IsTrue(() => !client.IsConnected);
        Assert.Equal("+ -404104", _hub.Story());
        Assert.Empty(_hub.Telemetry.Messages);
    }

    [Fact]
    public async Task A_hub_that_is_upgraded_throws_everybody_off_and_refuses_them_for_a_while()
    {
        var other = _hub.Registry.Add("device-2");
        await new TestDevice(_hub, _identity).ConnectAsync();
        await new TestDevice(_hub, other).ConnectAsync();
        _hub.Conditions.Refusal = HubErrorCode.ConnectionRejectedOnFaultInjection;
        _hub.DropAll(HubErrorCode.ConnectionForcefullyClosedOnFaultInjection);
        await new TestDevice(_hub, _identity).TryConnectAsync();
        _hub.Conditions.Refusal = null;
        await new TestDevice(_hub, _identity).ConnectAsync();
        Assert.Equal("+ + -400029 -400029 +400030 +", _hub.Story());
    }

    [Fact]
    public async Task A_clock_that_runs_fast_makes_an_hour_a_moment()
    {
        await using var fast = await StandInHub.StartAsync(
            new StandInHubOptions { Clock = new FastClock(3600), KeepAliveClock = TimeProvider.System }
        );
        var device = fast.Registry.Add("device-1");
        await new TestDevice(fast, device).ConnectAsync();
        await Eventually.IsTrue(() => !fast.IsConnected(device));
        Assert.InRange(fast.Rows[^1].Time - fast.Rows[0].Time, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(65));
    }
}
