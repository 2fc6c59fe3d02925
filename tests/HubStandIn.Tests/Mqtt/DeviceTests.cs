using System.Buffers;
using System.Text;
using HubStandIn.Registry;
using MQTTnet;
using MQTTnet.Protocol;

namespace HubStandIn.Tests.Mqtt;

public sealed class DeviceTests : IAsyncLifetime
{
    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;
    private IMqttClient _client = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync();
        _identity = _hub.Registry.Add("device-1");
        _client = await new TestDevice(_hub, _identity).ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _hub.DisposeAsync();
    }

    [Fact]
    public async Task A_message_with_properties_is_acknowledged_and_kept()
    {
        var result = await _client.PublishStringAsync(
            "devices/device-1/messages/events/%24.ct=application%2Fjson",
            """{"t":21}""",
            MqttQualityOfServiceLevel.AtLeastOnce
        );
        Assert.True(result.IsSuccess);
        Assert.Equal(new TelemetryMessage("device-1", null, "Mqtt", """{"t":21}"""), _hub.Telemetry.Messages.Single());
    }

    [Fact]
    public async Task A_twin_is_read_and_reported_by_request_id()
    {
        _identity.Twin.Desire(new() { ["interval"] = 30 });
        var answers = new AnswerBox(_client);
        await _client.SubscribeAsync("$iothub/twin/res/#");
        await _client.PublishStringAsync("$iothub/twin/GET/?$rid=7", "");
        Assert.Equal(
            """$iothub/twin/res/200/?$rid=7 {"desired":{"$version":2,"interval":30},"reported":{"$version":1}}""",
            await answers.NextAsync()
        );
        await _client.PublishStringAsync("$iothub/twin/PATCH/properties/reported/?$rid=8", """{"fw":"2.1"}""");
        Assert.Equal("$iothub/twin/res/204/?$rid=8&$version=2 ", await answers.NextAsync());
        await _client.PublishStringAsync("$iothub/twin/PATCH/properties/reported/?$rid=9", "no json");
        Assert.Equal("$iothub/twin/res/400/?$rid=9 ", await answers.NextAsync());
    }

    [Fact]
    public async Task A_topic_of_others_is_not_granted()
    {
        var result = await _client.SubscribeAsync("devices/device-2/messages/devicebound/#");
        Assert.Equal(MqttClientSubscribeResultCode.UnspecifiedError, result.Items.Single().ResultCode);
        Assert.True(_client.IsConnected);
    }

    /// <summary>What the client receives: the topic, and the body after it.</summary>
    private sealed class AnswerBox
    {
        private readonly System.Threading.Channels.Channel<string> _answers =
            System.Threading.Channels.Channel.CreateUnbounded<string>();

        public AnswerBox(IMqttClient client) =>
            client.ApplicationMessageReceivedAsync += received =>
            {
                _answers.Writer.TryWrite(
                    $"{received.ApplicationMessage.Topic} "
                        + $"{Encoding.UTF8.GetString(received.ApplicationMessage.Payload.ToArray())}"
                );
                return Task.CompletedTask;
            };

        public async Task<string> NextAsync() => await _answers.Reader.ReadAsync().AsTask().WaitAsync(Eventually.Limit);
    }
}
