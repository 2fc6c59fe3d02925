using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Reports;

/// <summary>
/// The page of a long log: what it takes to write it, and how long it is. The tests of the report print how fast such a
/// page opens.
/// </summary>
internal static class ReportBenchmark
{
    private const int DefaultRows = 1_000_000;
    private const int Devices = 10_000;
    private const double TargetPage = 2_000_000;
    private const double TargetMegabytes = 400;

    public static void Run(BenchmarkOptions options, Report report)
    {
        using GeneratedLog log = new(options.Rows ?? DefaultRows, Devices);
        var run = ChildProcess.Job(nameof(ReportJob), log.FilePath);
        double page = run.Figures("page")[0],
            peak = run.Figures("peak")[0];
        report.WriteHeading("Report: a page of a long log");
        report.WriteTable(
            ["log", "time, s", "peak, MiB", "page, KB", $"target {TargetMegabytes} MiB and {TargetPage / 1e6:0} MB"],
            [
                [
                    log.ToString(),
                    FormattableString.Invariant($"{run.Figures("seconds")[0]:N1}"),
                    FormattableString.Invariant($"{peak:N0}"),
                    FormattableString.Invariant($"{page / 1000:N0}"),
                    Report.Verdict(peak <= TargetMegabytes && page <= TargetPage),
                ],
            ]
        );
    }
}
