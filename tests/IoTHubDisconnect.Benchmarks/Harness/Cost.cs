using System.Diagnostics;

namespace IoTHubDisconnect.Benchmarks.Harness;

/// <summary>What some work took: seconds on the clock, and of processor time on all cores together.</summary>
internal readonly record struct Cost(double Seconds, double ProcessorSeconds)
{
    public static Cost Of(Action work)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        work();
        return new Cost(
            Stopwatch.GetElapsedTime(start).TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalSeconds
        );
    }
}
