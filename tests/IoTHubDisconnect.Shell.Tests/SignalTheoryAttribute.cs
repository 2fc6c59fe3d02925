namespace IoTHubDisconnect.Shell.Tests;

/// <summary>Skipped where a process cannot be sent SIGINT: Windows, and a run in the background that ignores it for all its children.</summary>
internal sealed class SignalTheoryAttribute : TheoryAttribute
{
    private const int Interrupt = 1 << (2 - 1);

    public SignalTheoryAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Windows has no SIGINT to send.";
        else if (OperatingSystem.IsLinux() && (IgnoredSignals() & Interrupt) != 0)
            Skip = "This run ignores SIGINT, and so do the processes it starts.";
    }

    private static long IgnoredSignals()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal));
        return Convert.ToInt64(line.Split('\t')[1], fromBase: 16);
    }
}
