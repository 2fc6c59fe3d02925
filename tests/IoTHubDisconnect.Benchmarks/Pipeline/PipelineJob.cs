using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Benchmarks.Speed;

namespace IoTHubDisconnect.Benchmarks.Pipeline;

/// <summary>Streams a log's disconnects through Get and Resolve, and reads it once more for nothing.</summary>
internal static class PipelineJob
{
    private const int Calls = 3;

    public static void Run(string[] arguments, Action<string, double> write)
    {
        using HostedModule module = new();
        module.Import(Checkout.Manifest);
        var get = $"Get-DeviceDisconnect -Path {HostedModule.Quote(arguments[0])}";
        write(
            "disconnects",
            module.Run(MeasureJob.Command(arguments[0])).Sum(summary => (long)summary.Properties["Count"].Value)
        );
        for (var call = 0; call < Calls; call++)
        {
            write(
                "read",
                Cost.Of(() =>
                    module.Run($"{get} -DeviceId 'none of the devices' -WarningAction Ignore | Out-Null")
                ).Seconds
            );
            write("pipeline", Cost.Of(() => module.Run($"{get} | Resolve-DisconnectCause | Out-Null")).Seconds);
            write(
                "summed up",
                Cost.Of(() => module.Run($"{get} | Resolve-DisconnectCause | Measure-DisconnectCause")).Seconds
            );
        }
    }
}
