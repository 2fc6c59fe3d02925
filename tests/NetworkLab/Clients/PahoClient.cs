using System.Reflection;
using FleetGenerator.Clients;
using NetworkLab.Network;

namespace NetworkLab.Clients;

/// <summary>Eclipse Paho for Python, of Debian.</summary>
internal sealed record PahoClient() : LabClient("paho-python", Transport.Mqtt, TimeSpan.FromSeconds(60))
{
    /// <summary>The system's, which Debian's packages are for.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly string Program = Path.Combine(
        typeof(PahoClient)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "Programs")
            .Value!,
        "paho_device.py"
    );

    public override async Task<string> VersionAsync() =>
        (
            await Shell.RunAsync($"{Python} -c 'import paho.mqtt as mqtt; print(\"paho-mqtt\", mqtt.__version__)'")
        ).Trim();

    public override IReadOnlyList<string> Command(DeviceSettings settings) => [Python, Program];

    public override IReadOnlyDictionary<string, string> Variables(DeviceSettings settings) =>
        new Dictionary<string, string>(base.Variables(settings).Concat(FakeTime.Of(settings)))
        {
            ["AUTHORITY"] = settings.AuthorityPath,
        };
}
