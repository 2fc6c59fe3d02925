using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using HubStandIn.Clocks;
using HubStandIn.Registry;

namespace HubStandIn;

/// <summary>The stand-in as a program of its own.</summary>
internal static class CommandLine
{
    private const string Usage = """
        HubStandIn [--devices ID,ID...] [--certified ID=THUMBPRINT,...] [--address LOOPBACK]
                   [--mqtt PORT] [--amqp PORT] [--https PORT] [--host NAME] [--speed N] [--log FOLDER]
            Serves devices as an IoT hub would. Ports are chosen by the system where none are given; --speed 60 lets an hour pass in a minute.
        """;

    private static readonly string[] Known =
    [
        "--devices",
        "--certified",
        "--address",
        "--mqtt",
        "--amqp",
        "--https",
        "--host",
        "--speed",
        "--log",
    ];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (args.Length % 2 != 0 || args.Where((_, index) => index % 2 == 0).Except(Known).Any())
        {
            await error.WriteLineAsync(Usage);
            return 2;
        }

        var values = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        await using var hub = await StandInHub.StartAsync(Options(values));
        foreach (var id in values.GetValueOrDefault("--devices", "device-1").Split(','))
            hub.Registry.Add(id);
        foreach (
            var pair in values.GetValueOrDefault("--certified", "").Split(',', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var parts = pair.Split('=', 2);
            var device = hub.Registry.Add(parts[0]);
            (device.Authentication, device.PrimaryThumbprint) = (AuthenticationType.SelfSigned, parts[1]);
        }
        var stopped = new TaskCompletionSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await output.WriteLineAsync(Welcome.Text(hub));
        await stopped.Task;
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }

    private static StandInHubOptions Options(Dictionary<string, string> values) =>
        new()
        {
            HostName = values.GetValueOrDefault("--host", "localhost"),
            Address = IPAddress.Parse(values.GetValueOrDefault("--address", "127.0.0.1")),
            MqttPort = Number(values, "--mqtt"),
            AmqpPort = Number(values, "--amqp"),
            HttpsPort = Number(values, "--https"),
            Clock = values.TryGetValue("--speed", out var speed)
                ? new FastClock(double.Parse(speed, CultureInfo.InvariantCulture))
                : TimeProvider.System,
            LogFolder = values.GetValueOrDefault("--log"),
        };

    private static int Number(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 0;
}
