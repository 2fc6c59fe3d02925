using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Formatter;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>The device itself, at work.</summary>
internal sealed class ConnectedDevice : IDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    public bool IsConnected => _client.IsConnected;

    public static async Task<ConnectedDevice> OpenAsync(Lab lab)
    {
        var device = new ConnectedDevice();
        var result = await device._client.ConnectAsync(
            new MqttClientOptionsBuilder()
                .WithProtocolVersion(MqttProtocolVersion.V311)
                .WithClientId(lab.Device.ClientId)
                .WithCredentials(
                    $"{lab.Hub.Options.HostName}/{lab.Device.ClientId}/?api-version=2021-04-12",
                    lab.Hub.Token(lab.Device, TimeSpan.FromHours(1))
                )
                .WithTcpServer("localhost", lab.Hub.Mqtt.Number)
                .WithTlsOptions(tls => tls.UseTls().WithRevocationMode(X509RevocationMode.NoCheck))
                .Build()
        );
        Assert.Equal(MqttClientConnectResultCode.Success, result.ResultCode);
        return device;
    }

    public async Task AnswerMethodsAsync(int status)
    {
        _client.ApplicationMessageReceivedAsync += message =>
            _client.PublishAsync(
                new MqttApplicationMessageBuilder()
                    .WithTopic(
                        $"$iothub/methods/res/{status}/?$rid={message.ApplicationMessage.Topic.Split("$rid=")[1]}"
                    )
                    .WithPayload("{}")
                    .Build()
            );
        await _client.SubscribeAsync(
            new MqttClientSubscribeOptionsBuilder().WithTopicFilter("$iothub/methods/POST/#").Build()
        );
    }

    public void Dispose() => _client.Dispose();
}
