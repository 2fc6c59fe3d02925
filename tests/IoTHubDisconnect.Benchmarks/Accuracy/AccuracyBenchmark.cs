using FleetGenerator;
using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Tests.Causes;

namespace IoTHubDisconnect.Benchmarks.Accuracy;

/// <summary>How often the answers are right, over simulated fleets of every preset.</summary>
internal static class AccuracyBenchmark
{
    private const int Seeds = 5;
    private const int FirstSeed = 101;

    public static void Run(BenchmarkOptions options, Report report)
    {
        report.WriteHeading(
            $"Accuracy: {Seeds} simulated fleets of each kind (seeds {FirstSeed} to "
                + $"{FirstSeed + Seeds - 1}, 110 devices, 48 hours)"
        );
        report.WriteTable(
            ["fleets", "macro-F1", "benign or real", "calibration error"],
            FleetPresets.All.Select(preset =>
            {
                Score[] scores = [.. Enumerable.Range(FirstSeed, Seeds).Select(seed => Score.Of(preset.Value(seed)))];
                return (string[])
                    [
                        preset.Key,
                        Figures(scores, s => s.MacroF1),
                        Figures(scores, s => s.BenignOrReal),
                        Figures(scores, s => s.CalibrationError),
                    ];
            })
        );
    }

    private static string Figures(Score[] scores, Func<Score, double> figure) =>
        new Spread([.. scores.Select(figure)]).ToString("0.000");
}
