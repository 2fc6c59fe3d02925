using Amqp;
using Amqp.Framing;
using Amqp.Types;
using HubStandIn.Clocks;
using HubStandIn.Network;
using HubStandIn.Registry;

namespace HubStandIn.Tests.Amqp;

public sealed class AmqpTests : IAsyncLifetime
{
    private readonly SteppedClock clock = new(DateTimeOffset.UtcNow);
    private StandInHub hub = null!;
    private HubIdentity identity = null!;

    public async Task InitializeAsync()
    {
        hub = await StandInHub.StartAsync(new StandInHubOptions { Clock = clock });
        identity = hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData(false, "Amqp")]
    [InlineData(true, "AmqpWs")]
    public async Task A_device_puts_its_token_sends_and_leaves(bool overWebSockets, string protocol)
    {
        await using AmqpTestDevice device = await AmqpTestDevice.OpenAsync(hub, overWebSockets);
        Assert.Equal(200, await device.PutTokenAsync(identity, hub.Token(identity, TimeSpan.FromHours(1))));
        await device.SendAsync(identity, """{"t":21}""");
        Assert.Equal(new TelemetryMessage("device-1", null, protocol, """{"t":21}"""), hub.Telemetry.Messages.Single());
        Assert.Equal("amqp-test/1.0", hub.Rows.Single().SdkVersion);
        await device.Connection.CloseAsync();
        await Eventually.IsTrue(() => !hub.IsConnected(identity));
        Assert.Equal("+ -", hub.Story());
    }

    [Theory]
    [InlineData("expired", 401, "+401003")]
    [InlineData("deleted", 404, "+404001")]
    [InlineData("disabled", 403, "+403012")]
    [InlineData("throttled", 429, "+429001")]
    public async Task A_bad_token_is_answered_with_its_status(string why, int status, string story)
    {
        string token = hub.Token(identity, TimeSpan.FromHours(why == "expired" ? -1 : 1));
        identity.IsEnabled = why != "disabled";
        if (why == "deleted")
            hub.Registry.Remove(identity);
        hub.Conditions.Refusal = why == "throttled" ? HubErrorCode.ThrottlingException : null;
        await using AmqpTestDevice device = await AmqpTestDevice.OpenAsync(hub);
        Assert.Equal(status, await device.PutTokenAsync(identity, token));
        Assert.Equal(story, hub.Story());
    }

    [Fact]
    public async Task Without_a_token_there_is_no_link()
    {
        await using AmqpTestDevice device = await AmqpTestDevice.OpenAsync(hub);
        AmqpException error = await Assert.ThrowsAsync<AmqpException>(() => device.SendAsync(identity, "{}"));
        Assert.Equal(ErrorCode.UnauthorizedAccess, error.Error.Condition.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_by_sasl_plain_is_as_good(bool isGood)
    {
        string token = hub.Token(identity, TimeSpan.FromHours(isGood ? 1 : -1));
        Task<AmqpTestDevice> opening = AmqpTestDevice.OpenAsync(hub, user: "device-1@sas.standin", password: token);
        if (!isGood)
        {
            await Assert.ThrowsAsync<AmqpException>(() => opening);
            return;
        }

        await using AmqpTestDevice device = await opening;
        await device.SendAsync(identity, "{}");
        Assert.Single(hub.Telemetry.Messages);
    }

    [Fact]
    public async Task A_renewed_token_keeps_the_connection()
    {
        await using AmqpTestDevice device = await AmqpTestDevice.OpenAsync(hub);
        await device.PutTokenAsync(identity, hub.Token(identity, TimeSpan.FromHours(1)));
        await device.SendAsync(identity, "1");
        clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal(200, await device.PutTokenAsync(identity, hub.Token(identity, TimeSpan.FromHours(1))));
        clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("+", hub.Story());
        clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("+ -401003 -404104", hub.Story());
        await Eventually.IsTrue(() => device.Connection.IsClosed);
    }

    [Fact]
    public async Task The_newer_connection_throws_the_older_off()
    {
        await using AmqpTestDevice older = await AmqpTestDevice.OpenAsync(hub);
        await older.PutTokenAsync(identity, hub.Token(identity, TimeSpan.FromHours(1)));
        await older.SendAsync(identity, "1");
        await using AmqpTestDevice newer = await AmqpTestDevice.OpenAsync(hub);
        await newer.PutTokenAsync(identity, hub.Token(identity, TimeSpan.FromHours(1)));
        await newer.SendAsync(identity, "2");
        Assert.Equal("+ -409002 +", hub.Story());
        await Eventually.IsTrue(() => older.Connection.IsClosed);
    }

    [Fact]
    public async Task Devices_share_a_connection_and_its_end()
    {
        HubIdentity other = hub.Registry.Add("device-2");
        await using AmqpTestDevice device = await AmqpTestDevice.OpenAsync(hub);
        foreach (HubIdentity each in new[] { identity, other })
        {
            await device.PutTokenAsync(each, hub.Token(each, TimeSpan.FromHours(1)));
            await device.SendAsync(each, "1");
        }

        hub.Amqp.Connections.Single().Cut(PathCut.Reset);
        await Eventually.IsTrue(() => hub.Rows.Count == 4);
        Assert.Equal("+ + -404104 -404104", hub.Story());
    }

    [Fact]
    public async Task A_twin_is_read_by_correlation_id()
    {
        await using AmqpTestDevice device = await AmqpTestDevice.OpenAsync(hub);
        await device.PutTokenAsync(identity, hub.Token(identity, TimeSpan.FromHours(1)));
        Message answer = await device.ReadTwinAsync(identity, "twin-1");
        Assert.Equal("twin-1", answer.Properties.CorrelationId);
        Assert.Equal(200, answer.MessageAnnotations[new Symbol("status")]);
        Assert.StartsWith("""{"desired":""", System.Text.Encoding.UTF8.GetString((byte[])answer.Body));
    }
}
