using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Benchmarks.Speed;

namespace IoTHubDisconnect.Benchmarks.Memory;

/// <summary>
/// The peak of a process that hosts the engine and sums up one log: it should follow the devices, not the rows.
/// </summary>
internal static class MemoryBenchmark
{
    private const int DefaultRows = 10_000_000;
    private const int Devices = 100_000;
    private const int ShorterBy = 10;
    private const double TargetMegabytes = 400;

    public static void Run(BenchmarkOptions options, Report report)
    {
        var rows = options.Rows ?? DefaultRows;
        report.WriteHeading("Memory: peak working set of the whole process");
        report.WriteTable(
            ["log", "peak, MiB", "time, s", $"target {TargetMegabytes} MiB"],
            [Measure(rows / ShorterBy), Measure(rows)]
        );
    }

    private static string[] Measure(int rows)
    {
        using GeneratedLog log = new(rows, Devices);
        var run = ChildProcess.Job(nameof(MeasureJob), log.FilePath, "1");
        var peak = run.Figures("peak")[0];
        return
        [
            log.ToString(),
            FormattableString.Invariant($"{peak:N0}"),
            FormattableString.Invariant($"{run.Figures("seconds")[0]:N1}"),
            Report.Verdict(peak <= TargetMegabytes),
        ];
    }
}
