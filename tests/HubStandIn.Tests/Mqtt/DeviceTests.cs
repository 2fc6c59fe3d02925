using System.Buffers;
using System.Text;
using HubStandIn.Registry;
using MQTTnet;
using MQTTnet.Protocol;

namespace HubStandIn.Tests.Mqtt;

public sealed class DeviceTests : IAsyncLifetime
{
    private StandInHub hub = null!;
    private HubIdentity identity = null!;
    private IMqttClient client = null!;

    public async Task InitializeAsync()
    {
        hub = await StandInHub.StartAsync();
        identity = hub.Registry.Add("device-1");
        client = await new TestDevice(hub, identity).ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task A_message_with_properties_is_acknowledged_and_kept()
    {
        MqttClientPublishResult result = await client.PublishStringAsync(
            "devices/device-1/messages/events/%24.ct=application%2Fjson",
            """{"t":21}""",
            MqttQualityOfServiceLevel.AtLeastOnce
        );
        Assert.True(result.IsSuccess);
        Assert.Equal(new TelemetryMessage("device-1", null, "Mqtt", """{"t":21}"""), hub.Telemetry.Messages.Single());
    }

    [Fact]
    public async Task A_twin_is_read_and_reported_by_request_id()
    {
        identity.Twin.Desire(new() { ["interval"] = 30 });
        var answers = new AnswerBox(client);
        await client.SubscribeAsync("$iothub/twin/res/#");
        await client.PublishStringAsync("$iothub/twin/GET/?$rid=7", "");
        Assert.Equal(
            """$iothub/twin/res/200/?$rid=7 {"desired":{"$version":2,"interval":30},"reported":{"$version":1}}""",
            await answers.NextAsync()
        );
        await client.PublishStringAsync("$iothub/twin/PATCH/properties/reported/?$rid=8", """{"fw":"2.1"}""");
        Assert.Equal("$iothub/twin/res/204/?$rid=8&$version=2 ", await answers.NextAsync());
        await client.PublishStringAsync("$iothub/twin/PATCH/properties/reported/?$rid=9", "no json");
        Assert.Equal("$iothub/twin/res/400/?$rid=9 ", await answers.NextAsync());
    }

    [Fact]
    public async Task A_topic_of_others_is_not_granted()
    {
        MqttClientSubscribeResult result = await client.SubscribeAsync("devices/device-2/messages/devicebound/#");
        Assert.Equal(MqttClientSubscribeResultCode.UnspecifiedError, result.Items.Single().ResultCode);
        Assert.True(client.IsConnected);
    }

    /// <summary>What the client receives: the topic, and the body after it.</summary>
    private sealed class AnswerBox
    {
        private readonly System.Threading.Channels.Channel<string> answers =
            System.Threading.Channels.Channel.CreateUnbounded<string>();

        public AnswerBox(IMqttClient client) =>
            client.ApplicationMessageReceivedAsync += received =>
            {
                answers.Writer.TryWrite(
                    $"{received.ApplicationMessage.Topic} {Encoding.UTF8.GetString(received.ApplicationMessage.Payload.ToArray())}"
                );
                return Task.CompletedTask;
            };

        public async Task<string> NextAsync() => await answers.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Limit);
    }
}
