using System.Security.Cryptography.X509Certificates;
using HubStandIn.Registry;
using MQTTnet;
using MQTTnet.Formatter;

namespace HubStandIn.Tests.Mqtt;

/// <summary>A device over MQTT, with what a test wants to be different about it.</summary>
internal sealed record TestDevice(StandInHub Hub, HubIdentity Identity)
{
    public string? Token { get; init; }

    public string? UserName { get; init; }

    public string? ClientId { get; init; }

    public X509Certificate2? Certificate { get; init; }

    public ushort KeepAlive { get; init; } = 240;

    public bool OverWebSockets { get; init; }

    public MqttProtocolVersion Version { get; init; } = MqttProtocolVersion.V311;

    /// <summary>Connects, or returns the client with the reason in its result.</summary>
    public async Task<(IMqttClient Client, MqttClientConnectResult Result)> TryConnectAsync()
    {
        var client = new MqttClientFactory().CreateMqttClient();
        return (client, await client.ConnectAsync(Options()));
    }

    public async Task<IMqttClient> ConnectAsync()
    {
        var (client, result) = await TryConnectAsync();
        Assert.Equal(MqttClientConnectResultCode.Success, result.ResultCode);
        return client;
    }

    private MqttClientOptions Options()
    {
        var builder = new MqttClientOptionsBuilder()
            .WithProtocolVersion(Version)
            .WithClientId(ClientId ?? Identity.ClientId)
            .WithCredentials(
                UserName
                    ?? $"{Hub.Options.HostName}/{Identity.ClientId}/?api-version=2021-04-12"
                        + $"&DeviceClientType={Uri.EscapeDataString("azsdk-c/1.5.0 (test)")}",
                Token ?? (Certificate is null ? Hub.Token(Identity, TimeSpan.FromHours(1)) : null)
            )
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(KeepAlive))
            .WithTimeout(Eventually.Limit)
            .WithTlsOptions(tls =>
                tls.UseTls()
                    .WithRevocationMode(X509RevocationMode.NoCheck)
                    .WithClientCertificates(Certificate is null ? [] : [Certificate])
            );
        _ = OverWebSockets
            ? builder.WithWebSocketServer(server =>
                server.WithUri($"wss://localhost:{Hub.Https.Number}/$iothub/websocket")
            )
            : builder.WithTcpServer("localhost", Hub.Mqtt.Number);
        return builder.Build();
    }
}
