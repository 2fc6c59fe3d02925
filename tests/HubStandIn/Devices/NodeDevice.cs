using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using AzureStandIn.Kql;

namespace HubStandIn.Devices;

/// <summary>A process with Microsoft's device SDK for Node.js. It is told what to do, and tells what happens to it.</summary>
public sealed class NodeDevice : IAsyncDisposable
{
    private static readonly string Folder = typeof(NodeDevice)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NodeDevice")
        .Value!;

    private readonly Channel<JsonObject> events = Channel.CreateUnbounded<JsonObject>();
    private readonly Process process;
    private readonly Task reading;
    private readonly Task<string> complaints;

    private NodeDevice(Process process)
    {
        this.process = process;
        complaints = process.StandardError.ReadToEndAsync();
        reading = ReadAsync();
    }

    /// <summary>The process.</summary>
    public int Id => process.Id;

    /// <summary>Starts a program of the folder and waits until it is ready.</summary>
    /// <param name="hub">The hub whose ports it finds.</param>
    /// <param name="program">Such as device.mjs.</param>
    /// <param name="settings">What the device is.</param>
    /// <param name="address">The loopback address it has; null for the usual one.</param>
    /// <param name="environment">Variables of its own; null for none.</param>
    /// <param name="preload">Scripts that run before the program.</param>
    public static async Task<NodeDevice> StartAsync(
        StandInHub hub,
        string program,
        JsonObject settings,
        IPAddress? address = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        params IReadOnlyList<string> preload
    )
    {
        await NodePackages.InstallAsync(Folder);
        var variables = new Dictionary<string, string?>(environment ?? new Dictionary<string, string?>())
        {
            ["NODE_EXTRA_CA_CERTS"] = hub.AuthorityPath,
            ["PORTS"] = new JsonObject
            {
                ["8883"] = hub.Mqtt.Number,
                ["5671"] = hub.Amqp.Number,
                ["443"] = hub.Https.Number,
            }.ToJsonString(),
            ["ADDRESS"] = (address ?? hub.Options.Address).ToString(),
            ["DEVICE"] = settings.ToJsonString(),
        };
        string[] arguments =
        [
            .. preload.Prepend("ports.cjs").SelectMany(script => (string[])["--require", $"./{script}"]),
            program,
        ];
        var device = new NodeDevice(NodeProcess.Start("node", Folder, arguments, variables));
        await device.WaitAsync("ready");
        return device;
    }

    /// <summary>Tells it something.</summary>
    public async Task TellAsync(JsonObject command)
    {
        await process.StandardInput.WriteLineAsync(command.ToJsonString());
        await process.StandardInput.FlushAsync();
    }

    /// <summary>The next thing of this name that it tells. What it tells before that is passed over.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public async Task<JsonObject> WaitAsync(string name, CancellationToken cancellation = default)
    {
        while (await events.Reader.WaitToReadAsync(cancellation))
        {
            if (events.Reader.TryRead(out JsonObject? told) && told["event"]!.ToString() == name)
                return told;
        }

        throw new InvalidOperationException($"The device's process ended. {await complaints}");
    }

    /// <summary>Sends it a signal, such as KILL, STOP or CONT.</summary>
    public async Task SignalAsync(string name)
    {
        using Process kill = Process.Start("sh", ["-c", $"kill -{name} {process.Id}"]);
        await kill.WaitForExitAsync();
        if (name == "KILL")
            await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await reading;
        process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            events.Writer.TryWrite(JsonNode.Parse(line)!.AsObject());
        events.Writer.Complete();
    }
}
