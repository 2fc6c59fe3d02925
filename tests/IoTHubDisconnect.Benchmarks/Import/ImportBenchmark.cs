using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Import;

/// <summary>Import-Module in a fresh process, and that of a manifest with nothing in it: the engine's own part.</summary>
internal static class ImportBenchmark
{
    private const int Rounds = 9;
    private const double TargetSeconds = 0.3;

    public static void Run(BenchmarkOptions options, Report report)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("IoTHubDisconnect.Benchmarks");
        string empty = Path.Combine(folder.FullName, "Empty.psd1");
        File.WriteAllText(empty, "@{ ModuleVersion = '1.0.0' }");
        List<ChildProcess> ours = [];
        List<ChildProcess> engine = [];
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add(ChildProcess.Job(nameof(ImportJob), Checkout.Manifest));
            engine.Add(ChildProcess.Job(nameof(ImportJob), empty));
        }

        folder.Delete(recursive: true);
        report.WriteHeading("Import-Module in a fresh process");
        report.WriteTable(
            ["", "s", "processor time, s", $"target {TargetSeconds} s"],
            [
                [.. Row("IoTHubDisconnect", ours), Report.Verdict(Of(ours, "seconds").Median <= TargetSeconds)],
                [.. Row("a manifest with nothing in it", engine), ""],
            ]);
    }

    private static string[] Row(string module, List<ChildProcess> runs) =>
        [module, Of(runs, "seconds").ToString("0.000"), Of(runs, "processor").ToString("0.000")];

    private static Spread Of(List<ChildProcess> runs, string figure) => new(runs.SelectMany(run => run.Figures(figure)));
}
