using System.Globalization;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>Sums up a log as a user does, several times over; the first call also compiles the code.</summary>
internal static class MeasureJob
{
    public static void Run(string[] arguments, Action<string, double> write)
    {
        using HostedModule module = new();
        module.Import(Checkout.Manifest);
        var command = Command(arguments[0]);
        for (var call = int.Parse(arguments[1], CultureInfo.InvariantCulture); call > 0; call--)
        {
            var cost = Cost.Of(() => module.Run(command));
            write("seconds", cost.Seconds);
            write("processor", cost.ProcessorSeconds);
        }

        write("peak", PeakMemory.Megabytes);
    }

    public static string Command(string file) => $"Measure-DisconnectCause -Path {HostedModule.Quote(file)}";
}
