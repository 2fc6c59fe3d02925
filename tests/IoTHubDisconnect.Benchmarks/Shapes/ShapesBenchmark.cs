using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Shapes;

/// <summary>
/// Logs made to take long, at one, two and four times a size: what is linear takes twice as long for twice as much.
/// </summary>
internal static class ShapesBenchmark
{
    private const int Runs = 3;

    /// <summary>What a doubling may take more than double.</summary>
    private const double MostBeyondLinear = 1.3;

    /// <summary>Shorter times say nothing of how they grow.</summary>
    private const double LeastSeconds = 0.05;

    /// <exception cref="InvalidOperationException">A shape takes more than linear time.</exception>
    public static void Run(BenchmarkOptions options, Report report)
    {
        (Shape Shape, double[] Seconds, bool IsLinear)[] all = [.. HostileShapes.All.Select(Measure)];
        report.WriteHeading("Shapes: logs made to take long");
        report.WriteTable(
            [
                "shape",
                "n",
                "n, s",
                "2n, s",
                "4n, s",
                FormattableString.Invariant($"target {MostBeyondLinear}x beyond linear"),
            ],
            all.Select(m =>
                (string[])
                    [
                        m.Shape.Name,
                        FormattableString.Invariant($"{m.Shape.Size:N0}"),
                        .. m.Seconds.Select(s => FormattableString.Invariant($"{s:N2}")),
                        Report.Verdict(m.IsLinear),
                    ]
            )
        );
        if (all.FirstOrDefault(m => !m.IsLinear).Shape is { } failed)
            throw new InvalidOperationException(
                $"{failed.Name}: twice as much takes more than {2 * MostBeyondLinear} times as long."
            );
    }

    private static (Shape, double[], bool) Measure(Shape shape)
    {
        shape.Work(shape.Size / 8)();
        double[] seconds = [.. new[] { 1, 2, 4 }.Select(times => Best(shape.Work(shape.Size * times)))];
        return (
            shape,
            seconds,
            Enumerable
                .Range(1, 2)
                .All(i =>
                    seconds[i] < LeastSeconds
                    || seconds[i] <= 2 * MostBeyondLinear * Math.Max(seconds[i - 1], LeastSeconds / 2)
                )
        );
    }

    private static double Best(Action work) => Enumerable.Range(0, Runs).Min(_ => Cost.Of(work).ProcessorSeconds);
}
