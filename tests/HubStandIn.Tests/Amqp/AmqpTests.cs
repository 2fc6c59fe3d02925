using Amqp;
using Amqp.Framing;
using Amqp.Types;
using HubStandIn.Clocks;
using HubStandIn.Network;
using HubStandIn.Registry;

namespace HubStandIn.Tests.Amqp;

public sealed class AmqpTests : IAsyncLifetime
{
    private readonly SteppedClock _clock = new(DateTimeOffset.UtcNow);
    private readonly SteppedClock _keepAliveClock = new(DateTimeOffset.UtcNow);
    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync(new StandInHubOptions { Clock = _clock, KeepAliveClock = _keepAliveClock });
        _identity = _hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData(false, "Amqp")]
    [InlineData(true, "AmqpWs")]
    public async Task A_device_puts_its_token_sends_and_leaves(bool overWebSockets, string protocol)
    {
        await using var device = await AmqpTestDevice.OpenAsync(_hub, overWebSockets);
        Assert.Equal(200, await device.PutTokenAsync(_identity, _hub.Token(_identity, TimeSpan.FromHours(1))));
        await device.SendAsync(_identity, """{"t":21}""");
        Assert.Equal(
            new TelemetryMessage("device-1", null, protocol, """{"t":21}"""),
            _hub.Telemetry.Messages.Single()
        );
        Assert.Equal("amqp-test/1.0", _hub.Rows.Single().SdkVersion);
        await device.Connection.CloseAsync();
        await Eventually.IsTrue(() => !_hub.IsConnected(_identity));
        Assert.Equal("+ -", _hub.Story());
    }

    [Theory]
    [InlineData("expired", 401, "+401003")]
    [InlineData("deleted", 404, "+404001")]
    [InlineData("disabled", 403, "+403012")]
    [InlineData("throttled", 429, "+429001")]
    public async Task A_bad_token_is_answered_with_its_status(string why, int status, string story)
    {
        var token = _hub.Token(_identity, TimeSpan.FromHours(why == "expired" ? -1 : 1));
        _identity.IsEnabled = why != "disabled";
        if (why == "deleted")
            _hub.Registry.Remove(_identity);
        _hub.Conditions.Refusal = why == "throttled" ? HubErrorCode.ThrottlingException : null;
        await using var device = await AmqpTestDevice.OpenAsync(_hub);
        Assert.Equal(status, await device.PutTokenAsync(_identity, token));
        Assert.Equal(story, _hub.Story());
    }

    [Fact]
    public async Task Without_a_token_there_is_no_link()
    {
        await using var device = await AmqpTestDevice.OpenAsync(_hub);
        var error = await Assert.ThrowsAsync<AmqpException>(() => device.SendAsync(_identity, "{}"));
        Assert.Equal(ErrorCode.UnauthorizedAccess, error.Error.Condition.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_by_sasl_plain_is_as_good(bool isGood)
    {
        var token = _hub.Token(_identity, TimeSpan.FromHours(isGood ? 1 : -1));
        var opening = AmqpTestDevice.OpenAsync(_hub, user: "device-1@sas.standin", password: token);
        if (!isGood)
        {
            await Assert.ThrowsAsync<AmqpException>(() => opening);
            return;
        }

        await using var device = await opening;
        await device.SendAsync(_identity, "{}");
        Assert.Single(_hub.Telemetry.Messages);
    }

    [Fact]
    public async Task A_renewed_token_keeps_the_connection()
    {
        await using var device = await AmqpTestDevice.OpenAsync(_hub);
        await device.PutTokenAsync(_identity, _hub.Token(_identity, TimeSpan.FromHours(1)));
        await device.SendAsync(_identity, "1");
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(200, await device.PutTokenAsync(_identity, _hub.Token(_identity, TimeSpan.FromHours(1))));
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("+", _hub.Story());
        _clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("+ -401003 -404104", _hub.Story());
        await Eventually.IsTrue(() => device.Connection.IsClosed);
    }

    [Fact]
    public async Task A_device_that_says_nothing_is_given_up()
    {
        await using var device = await AmqpTestDevice.OpenAsync(_hub);
        await device.PutTokenAsync(_identity, _hub.Token(_identity, TimeSpan.FromHours(1)));
        await device.SendAsync(_identity, "1");
        _keepAliveClock.Advance(TimeSpan.FromMinutes(3));
        await device.SendAsync(_identity, "2");
        _keepAliveClock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("+", _hub.Story());
        _keepAliveClock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("+ -404104", _hub.Story());
    }

    [Fact]
    public async Task The_newer_connection_throws_the_older_off()
    {
        await using var older = await AmqpTestDevice.OpenAsync(_hub);
        await older.PutTokenAsync(_identity, _hub.Token(_identity, TimeSpan.FromHours(1)));
        await older.SendAsync(_identity, "1");
        await using var newer = await AmqpTestDevice.OpenAsync(_hub);
        await newer.PutTokenAsync(_identity, _hub.Token(_identity, TimeSpan.FromHours(1)));
        await newer.SendAsync(_identity, "2");
        Assert.Equal("+ -409002 +", _hub.Story());
        await Eventually.IsTrue(() => older.Connection.IsClosed);
    }

    [Fact]
    public async Task Devices_share_a_connection_and_its_end()
    {
        var other = _hub.Registry.Add("device-2");
        await using var device = await AmqpTestDevice.OpenAsync(_hub);
        foreach (var each in new[] { _identity, other })
        {
            await device.PutTokenAsync(each, _hub.Token(each, TimeSpan.FromHours(1)));
            await device.SendAsync(each, "1");
        }

        _hub.Amqp.Connections.Single().Cut(PathCut.Reset);
        await Eventually.IsTrue(() => _hub.Rows.Count == 4);
        Assert.Equal("+ + -404104 -404104", _hub.Story());
    }

    [Fact]
    public async Task A_twin_is_read_by_correlation_id()
    {
        await using var device = await AmqpTestDevice.OpenAsync(_hub);
        await device.PutTokenAsync(_identity, _hub.Token(_identity, TimeSpan.FromHours(1)));
        var answer = await device.ReadTwinAsync(_identity, "twin-1");
        Assert.Equal("twin-1", answer.Properties.CorrelationId);
        Assert.Equal(200, answer.MessageAnnotations[new Symbol("status")]);
        Assert.StartsWith("""{"desired":""", System.Text.Encoding.UTF8.GetString((byte[])answer.Body));
    }
}
