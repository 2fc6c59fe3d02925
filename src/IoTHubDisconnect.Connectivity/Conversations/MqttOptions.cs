using System.Reflection;
using IoTHubDisconnect.Connectivity.SigningIn;
using MQTTnet;
using MQTTnet.Formatter;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>CONNECT as IoT Hub wants it: https://learn.microsoft.com/azure/iot/iot-mqtt-connect-to-iot-hub.</summary>
internal static class MqttOptions
{
    private static readonly string? Version = typeof(MqttOptions)
        .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
        ?.InformationalVersion.Split('+')[0];

    private static readonly string Client = Uri.EscapeDataString($"IoTHubDisconnect/{Version}");

    /// <summary>As the device.</summary>
    /// <param name="keepAlive">The interval that the hub is told; zero for its own patience.</param>
    public static MqttClientOptions Of(ConnectivityTest test, TimeSpan keepAlive) =>
        Common(test)
            .WithClientId(test.Device!.ClientId)
            .WithCredentials(
                $"{test.HostName}/{test.Device.ClientId}/?{Hub.HubHttp.ApiVersion}&DeviceClientType={Client}",
                DeviceTokens.Make(test)
            )
            .WithKeepAlivePeriod(keepAlive)
            .Build();

    /// <summary>As nobody, which the hub refuses: that tells that it speaks MQTT.</summary>
    public static MqttClientOptions OfNobody(ConnectivityTest test) =>
        Common(test).WithClientId("connectivity-test").Build();

    private static MqttClientOptionsBuilder Common(ConnectivityTest test) =>
        new MqttClientOptionsBuilder()
            .WithProtocolVersion(MqttProtocolVersion.V311)
            .WithEndPoint(new System.Net.DnsEndPoint(test.Host, test.Ports.Mqtt))
            .WithCleanSession()
            .WithTimeout(test.StepLimit + TimeSpan.FromSeconds(1));
}
