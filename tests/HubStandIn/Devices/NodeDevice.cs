using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using AzureStandIn.Kql;

namespace HubStandIn.Devices;

/// <summary>
/// A process with Microsoft's device SDK for Node.js. It is told what to do, and tells what happens to it.
/// </summary>
public sealed class NodeDevice : IAsyncDisposable
{
    private static readonly string Folder = typeof(NodeDevice)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NodeDevice")
        .Value!;

    private readonly Channel<JsonObject> _events = Channel.CreateUnbounded<JsonObject>();
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Task<string> _complaints;

    private NodeDevice(Process process)
    {
        _process = process;
        _complaints = process.StandardError.ReadToEndAsync();
        _reading = ReadAsync();
    }

    /// <summary>The process.</summary>
    public int Id => _process.Id;

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
        await _process.StandardInput.WriteLineAsync(command.ToJsonString());
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>The next thing of this name that it tells. What it tells before that is passed over.</summary>
    /// <exception cref="InvalidOperationException">It has ended.</exception>
    public async Task<JsonObject> WaitAsync(string name, CancellationToken cancellation = default)
    {
        while (await _events.Reader.WaitToReadAsync(cancellation))
        {
            if (_events.Reader.TryRead(out var told) && told["event"]!.ToString() == name)
                return told;
        }

        throw new InvalidOperationException($"The device's process ended. {await _complaints}");
    }

    /// <summary>Sends it a signal, such as KILL, STOP or CONT.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("sh", ["-c", $"kill -{name} {_process.Id}"]);
        await kill.WaitForExitAsync();
        if (name == "KILL")
            await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _reading;
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            _events.Writer.TryWrite(JsonNode.Parse(line)!.AsObject());
        _events.Writer.Complete();
    }
}
