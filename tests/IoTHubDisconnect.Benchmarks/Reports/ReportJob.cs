using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Reports;

/// <summary>Writes the page of a log as a user does.</summary>
internal static class ReportJob
{
    public static void Run(string[] arguments, Action<string, double> write)
    {
        using HostedModule module = new();
        module.Import(Checkout.Manifest);
        var page = arguments[0] + ".html";
        write(
            "seconds",
            Cost.Of(() =>
                module.Run(
                    $"Export-DisconnectReport -Path {HostedModule.Quote(arguments[0])} -FilePath "
                        + $"{HostedModule.Quote(page)}"
                )
            ).Seconds
        );
        write("peak", PeakMemory.Megabytes);
        write("page", new FileInfo(page).Length);
    }
}
