using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Import;

/// <summary>Imports one module into a fresh engine.</summary>
internal static class ImportJob
{
    public static void Run(string[] arguments, Action<string, double> write)
    {
        using HostedModule module = new();
        Cost cost = Cost.Of(() => module.Import(arguments[0]));
        write("seconds", cost.Seconds);
        write("processor", cost.ProcessorSeconds);
    }
}
