using FleetGenerator.Clients;
using NetworkLab.Network;

namespace NetworkLab.Clients;

/// <summary>Eclipse Paho for C, by the subscriber of Debian's examples, which reconnects as the library does.</summary>
internal sealed record PahoCClient() : LabClient("paho-c", Transport.Mqtt, TimeSpan.FromSeconds(60))
{
    public override async Task<string> VersionAsync() =>
        "Paho C "
        + (
            await Shell.RunAsync("command -v paho_c_sub > /dev/null; paho_c_sub --help | grep '^Version' || true")
        ).Trim();

    public override IReadOnlyList<string> Command(DeviceSettings settings) =>
        [
            "paho_c_sub",
            .. (string[])["--connection", $"ssl://{settings.Host}:8883", "--cafile", settings.AuthorityPath],
            .. (string[])["--clientid", settings.DeviceId, "--username", settings.UserName],
            .. (string[])["--password", settings.Token, "--keepalive", $"{KeepAlive.TotalSeconds:0}"],
            .. (string[])["--qos", "1", "--topic", $"devices/{settings.DeviceId}/messages/devicebound/#"],
        ];

    public override IReadOnlyDictionary<string, string> Variables(DeviceSettings settings) => FakeTime.Of(settings);
}
