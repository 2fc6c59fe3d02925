using FleetGenerator.Clients;
using NetworkLab.Network;

namespace NetworkLab.Clients;

/// <summary>Eclipse Mosquitto's client: a script around it, on many a gateway.</summary>
internal sealed record MosquittoClient() : LabClient("mosquitto_sub", Transport.Mqtt, TimeSpan.FromSeconds(60))
{
    public override async Task<string> VersionAsync() =>
        (await Shell.RunAsync("command -v mosquitto_sub > /dev/null; mosquitto_sub --help | head -n 3")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        )[^1];

    public override IReadOnlyList<string> Command(DeviceSettings settings) =>
        [
            "mosquitto_sub",
            .. (string[])["--host", settings.Host, "--port", "8883", "--cafile", settings.AuthorityPath],
            .. (string[])["--id", settings.DeviceId, "--username", settings.UserName, "--pw", settings.Token],
            .. (string[])["--qos", "1", "--topic", $"devices/{settings.DeviceId}/messages/devicebound/#"],
        ];

    public override IReadOnlyDictionary<string, string> Variables(DeviceSettings settings) => FakeTime.Of(settings);
}
