using System.Text.Json.Nodes;
using FleetGenerator.Clients;

namespace NetworkLab.Clients;

/// <summary>Microsoft's device SDK for Node.js.</summary>
internal sealed record SdkClient(string Name, Transport Protocol, TimeSpan KeepAlive)
    : NodeClient(Name, Protocol, KeepAlive, "network.mjs", "azure-iot-device")
{
    public override IReadOnlyDictionary<string, string> Variables(DeviceSettings settings) =>
        new Dictionary<string, string>(base.Variables(settings))
        {
            ["DEVICE"] = new JsonObject
            {
                ["connectionString"] = settings.ConnectionString,
                ["protocol"] = $"{Protocol}",
                ["sendEvery"] = settings.SendEvery.TotalSeconds,
                [settings.IsTokenFixed ? "ownTokenLifetime" : "tokenLifetime"] = settings.TokenLifetime.TotalSeconds,
            }.ToJsonString(),
        };
}
