using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using HubStandIn.Network;
using HubStandIn.Registry;
using HubStandIn.Tests.Http;
using HubStandIn.Tests.Mqtt;
using MQTTnet;
using MQTTnet.Protocol;

namespace HubStandIn.Tests.Devices;

/// <summary>Messages from the cloud wait, are locked while a device has them, and are settled by it.</summary>
public sealed class CloudMessageTests : IAsyncLifetime
{
    private const string Queue = "/devices/device-1/messages/devicebound";

    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync();
        _identity = _hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task Over_Https_a_message_is_abandoned_and_comes_again()
    {
        using var client = new HubClient(_hub, _hub.Token(_identity, TimeSpan.FromHours(1)));
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync(Queue)).StatusCode);
        _identity.Messages.Send("first", new Dictionary<string, string> { ["kind"] = "order" });
        var token = await TakeAsync(client, "first");
        Assert.Equal(HttpStatusCode.NoContent, (await client.GetAsync(Queue)).StatusCode);

        Assert.Equal(
            HttpStatusCode.NoContent,
            (await client.PostAsync($"{Queue}/{token}/abandon", new JsonObject())).StatusCode
        );
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await client.DeleteAsync($"{Queue}/{token}")).StatusCode);
        token = await TakeAsync(client, "first");
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Queue}/{token}")).StatusCode);
        Assert.Equal(["first"], _identity.Messages.Completed.Select(message => message.Body));
        Assert.Equal(0, _identity.Messages.Count);
    }

    [Fact]
    public async Task Over_Https_a_message_is_rejected()
    {
        using var client = new HubClient(_hub, _hub.Token(_identity, TimeSpan.FromHours(1)));
        _identity.Messages.Send("first");
        var token = await TakeAsync(client, "first");
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"{Queue}/{token}", "&reject")).StatusCode);
        Assert.Equal(["first"], _identity.Messages.Rejected.Select(message => message.Body));
    }

    [Fact]
    public async Task Over_Mqtt_what_was_not_acknowledged_comes_again_with_the_next_connection()
    {
        var sent = _identity.Messages.Send("open & close", new Dictionary<string, string> { ["kind of"] = "order" });
        using (var first = await new TestDevice(_hub, _identity).ConnectAsync())
        {
            await ReceiveAsync(first, acknowledge: false);
            Assert.Equal(1, _identity.Messages.Count);
            _hub.Mqtt.Connections.Single().Cut(PathCut.Reset);
        }

        await Eventually.IsTrue(() => !_hub.IsConnected(_identity));
        using var second = await new TestDevice(_hub, _identity).ConnectAsync();
        var (topic, body) = await ReceiveAsync(second, acknowledge: true);
        Assert.Equal("open & close", body);
        Assert.Equal(
            $"devices/device-1/messages/devicebound/%24.mid={sent.Id}"
                + "&%24.to=%2Fdevices%2Fdevice-1%2Fmessages%2Fdevicebound&kind%20of=order",
            topic
        );
        await Eventually.IsTrue(() => _identity.Messages.Completed.Count == 1);
    }

    private static async Task<(string Topic, string Body)> ReceiveAsync(IMqttClient client, bool acknowledge)
    {
        var received = new TaskCompletionSource<(string, string)>();
        client.ApplicationMessageReceivedAsync += message =>
        {
            message.AutoAcknowledge = acknowledge;
            received.TrySetResult(
                (
                    message.ApplicationMessage.Topic,
                    Encoding.UTF8.GetString(message.ApplicationMessage.Payload.ToArray())
                )
            );
            return Task.CompletedTask;
        };
        await client.SubscribeAsync("devices/device-1/messages/devicebound/#", MqttQualityOfServiceLevel.AtLeastOnce);
        return await received.Task.WaitAsync(Eventually.Limit);
    }

    private static async Task<string> TakeAsync(HubClient client, string body)
    {
        using var answer = await client.GetAsync(Queue);
        Assert.Equal((HttpStatusCode.OK, body), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        return answer.Headers.ETag!.Tag.Trim('"');
    }
}
