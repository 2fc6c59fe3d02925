using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Import;

/// <summary>Imports modules into a fresh engine, one after the other.</summary>
internal static class ImportJob
{
    public static void Run(string[] arguments, Action<string, double> write)
    {
        using HostedModule module = new();
        foreach (string manifest in arguments)
        {
            Cost cost = Cost.Of(() => module.Import(manifest));
            write("seconds", cost.Seconds);
            write("processor", cost.ProcessorSeconds);
        }
    }
}
