using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Import;

/// <summary>Import-Module as the first command of a session, beside that of a manifest with nothing in it.</summary>
internal static class ImportBenchmark
{
    private const int Rounds = 9;
    private const double TargetSeconds = 0.1;

    public static void Run(BenchmarkOptions options, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("IoTHubDisconnect.Benchmarks");
        var empty = Path.Combine(folder.FullName, "Empty.psd1");
        File.WriteAllText(empty, "@{ ModuleVersion = '1.0.0' }");
        List<double> ours = [];
        List<double> nothing = [];
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(Import(Checkout.Manifest));
            nothing.Add(Import(empty));
        }

        folder.Delete(recursive: true);
        report.WriteHeading("Import-Module as the first command of pwsh");
        Spread seconds = new(ours);
        report.WriteTable(
            ["", "s", $"target {TargetSeconds} s"],
            [
                ["the module", seconds.ToString("0.000"), Report.Verdict(seconds.Median <= TargetSeconds)],
                ["a manifest with nothing in it", new Spread(nothing).ToString("0.000"), ""],
            ]
        );
    }

    private static double Import(string manifest)
    {
        var import = $"Measure-Command {{ Import-Module {HostedModule.Quote(manifest)} }}";
        return Pwsh.Run($"'seconds=' + ({import}).TotalSeconds.ToString([cultureinfo]::InvariantCulture)")
            .Figures("seconds")
            .Single();
    }
}
