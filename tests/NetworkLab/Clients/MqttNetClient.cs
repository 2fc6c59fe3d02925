using FleetGenerator.Clients;

namespace NetworkLab.Clients;

/// <summary>MQTTnet in a loop that looks after the connection, as its samples do it.</summary>
internal sealed record MqttNetClient() : LabClient("mqttnet", Transport.Mqtt, TimeSpan.FromSeconds(60))
{
    public override Task<string> VersionAsync() =>
        Task.FromResult($"MQTTnet {typeof(MQTTnet.MqttClientFactory).Assembly.GetName().Version}");

    public override IReadOnlyList<string> Command(DeviceSettings settings) =>
        ["dotnet", typeof(MqttNetClient).Assembly.Location, MqttNetDevice.Verb];

    public override IReadOnlyDictionary<string, string> Variables(DeviceSettings settings) =>
        new Dictionary<string, string>(base.Variables(settings))
        {
            ["SSL_CERT_DIR"] = Path.GetDirectoryName(settings.AuthorityPath)!,
            ["FAST_CLOCK"] = settings.Clock.Json,
        };
}
