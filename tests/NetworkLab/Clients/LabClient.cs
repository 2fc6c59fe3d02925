using System.Text.Json.Nodes;
using FleetGenerator.Clients;

namespace NetworkLab.Clients;

/// <summary>A program that people run on devices.</summary>
/// <param name="Name">As the command line and the table name it.</param>
/// <param name="Protocol">What it speaks.</param>
/// <param name="KeepAlive">How long it lets a connection be quiet.</param>
internal abstract record LabClient(string Name, Transport Protocol, TimeSpan KeepAlive)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<LabClient> All { get; } =
    [
        new MosquittoClient(),
        new PahoClient(),
        new PahoCClient(),
        new MqttJsClient(),
        new MqttNetClient(),
        new SdkClient("node-mqtt", Transport.Mqtt, TimeSpan.FromSeconds(180)),
        new SdkClient("node-mqtt-ws", Transport.MqttWs, TimeSpan.FromSeconds(180)),
        new SdkClient("node-amqp", Transport.Amqp, TimeSpan.FromSeconds(120)),
    ];

    /// <summary>Fetches what it needs, before the lab is shut off from the internet. A failure is only told.</summary>
    public virtual Task FetchAsync(TextWriter error) => Task.CompletedTask;

    /// <summary>Its version as it tells it.</summary>
    /// <exception cref="InvalidOperationException">It is not on this machine.</exception>
    public abstract Task<string> VersionAsync();

    /// <summary>The program and its arguments, for a device.</summary>
    public abstract IReadOnlyList<string> Command(DeviceSettings settings);

    /// <summary>Variables that it needs beside those of all.</summary>
    public virtual IReadOnlyDictionary<string, string> Variables(DeviceSettings settings) =>
        new Dictionary<string, string> { ["DEVICE"] = Json(settings).ToJsonString() };

    private static JsonObject Json(DeviceSettings settings) =>
        new()
        {
            ["host"] = settings.Host,
            ["clientId"] = settings.DeviceId,
            ["username"] = settings.UserName,
            ["password"] = settings.Token,
            ["expires"] = settings.TokenExpiresAt.ToUnixTimeSeconds(),
            ["sendEvery"] = settings.SendEvery.TotalSeconds,
        };
}
