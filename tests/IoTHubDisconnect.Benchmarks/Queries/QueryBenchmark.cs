using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Queries;

/// <summary>
/// The bytes that a log engine's packed rows take on their way, and the peak of a process that takes them in.
/// </summary>
internal static class QueryBenchmark
{
    private const int DefaultRows = 10_000_000;
    private const double TargetMegabytes = 1000;

    public static void Run(BenchmarkOptions options, Report report)
    {
        var rows = options.Rows ?? DefaultRows;
        report.WriteHeading("Queries: packed rows");
        report.WriteTable(
            ["log", "bytes a row", "compressed", "peak, MiB", "time, s", $"target {TargetMegabytes} MiB"],
            [Measure(rows, 100_000), Measure(rows, 1_000_000)]
        );
    }

    private static string[] Measure(int rows, int devices)
    {
        var run = ChildProcess.Job(nameof(QueryJob), $"{rows}", $"{devices}");
        var peak = run.Figures("peak")[0];
        var read = run.Figures("rows")[0];
        return
        [
            FormattableString.Invariant($"{read:N0} rows of {devices:N0} devices"),
            FormattableString.Invariant($"{run.Figures("bytes")[0] / read:N1}"),
            FormattableString.Invariant($"{run.Figures("compressed")[0] / read:N1}"),
            FormattableString.Invariant($"{peak:N0}"),
            FormattableString.Invariant($"{run.Figures("seconds")[0]:N1}"),
            Report.Verdict(peak <= TargetMegabytes),
        ];
    }
}
