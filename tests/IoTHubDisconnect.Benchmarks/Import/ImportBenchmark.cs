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
        List<double> ours = [];
        List<double> engine = [];
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add(Import(Checkout.Manifest));
            engine.Add(Import(empty));
        }

        folder.Delete(recursive: true);
        Spread seconds = new(ours);
        report.WriteHeading("Import-Module in a fresh process");
        report.WriteTable(
            ["", "s", $"target {TargetSeconds} s"],
            [
                ["IoTHubDisconnect", seconds.ToString("0.000"), Report.Verdict(seconds.Median <= TargetSeconds)],
                ["a manifest with nothing in it", new Spread(engine).ToString("0.000"), ""],
            ]);
    }

    private static double Import(string manifest) => ChildProcess.Job(nameof(ImportJob), manifest).Figures("seconds")[0];
}
