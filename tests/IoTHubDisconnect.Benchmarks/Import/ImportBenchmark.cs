using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Import;

/// <summary>
/// Import-Module in a fresh process: as the first thing that the engine does, which is mostly the engine's own start, and after a manifest
/// with nothing in it, as in a session that has done something before.
/// </summary>
internal static class ImportBenchmark
{
    private const int Rounds = 9;
    private const double TargetSeconds = 0.3;

    public static void Run(BenchmarkOptions options, Report report)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("IoTHubDisconnect.Benchmarks");
        string empty = Path.Combine(folder.FullName, "Empty.psd1");
        File.WriteAllText(empty, "@{ ModuleVersion = '1.0.0' }");
        List<ChildProcess> first = [];
        List<ChildProcess> second = [];
        List<ChildProcess> pwsh = [];
        for (int round = 0; round < Rounds; round++)
        {
            first.Add(ChildProcess.Job(nameof(ImportJob), Checkout.Manifest));
            second.Add(ChildProcess.Job(nameof(ImportJob), empty, Checkout.Manifest));
            if (Pwsh.Find() is { } program)
                pwsh.Add(ChildProcess.Run(program, "-NoProfile", "-NonInteractive", "-Command", TimedImport));
        }

        folder.Delete(recursive: true);
        report.WriteHeading("Import-Module in a fresh process");
        List<string[]> rows =
        [
            Row("after another module", Of(second, "seconds", 1), Of(second, "processor", 1)),
            Row("as the first thing in the engine", Of(first, "seconds"), Of(first, "processor")),
            [.. Row("a manifest with nothing in it, as the first thing", Of(second, "seconds"), Of(second, "processor"))[..^1], ""],
        ];
        if (pwsh.Count > 0)
            rows.Insert(0, Row("as the first thing in pwsh", Of(pwsh, "seconds"), null));
        report.WriteTable(["", "s", "processor time, s", $"target {TargetSeconds} s"], rows);
        if (pwsh.Count == 0)
            report.WriteText("pwsh is not on the path: its own files are compiled beforehand, those of the engine alone in each process.");
    }

    private static string TimedImport =>
        $"'seconds=' + (Measure-Command {{ Import-Module -Name {HostedModule.Quote(Checkout.Manifest)} }}).TotalSeconds.ToString([cultureinfo]::InvariantCulture)";

    private static string[] Row(string when, Spread seconds, Spread? processor) =>
        [when, seconds.ToString("0.000"), processor?.ToString("0.000") ?? "", Report.Verdict(seconds.Median <= TargetSeconds)];

    private static Spread Of(List<ChildProcess> runs, string figure, int import = 0) => new(runs.Select(run => run.Figures(figure)[import]));
}
