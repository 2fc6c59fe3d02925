using System.Diagnostics;
using System.Globalization;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>The largest working set that this process has had.</summary>
internal static class PeakMemory
{
    public static double Megabytes =>
        (OperatingSystem.IsLinux() ? HighWaterMark() : PeakWorkingSet()) / (1024.0 * 1024);

    // .NET has no peak on Linux; the kernel does.
    private static long HighWaterMark()
    {
        string line = File.ReadLines("/proc/self/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return 1024
            * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
    }

    private static long PeakWorkingSet()
    {
        using var own = Process.GetCurrentProcess();
        return own.PeakWorkingSet64;
    }
}
