using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Pipeline;

/// <summary>How many disconnects a second go through Get-DeviceDisconnect | Resolve-DisconnectCause.</summary>
internal static class PipelineBenchmark
{
    private const int DefaultRows = 1_000_000;
    private const int Devices = 10_000;
    private const int Rounds = 3;
    private const double TargetRate = 150_000;

    public static void Run(BenchmarkOptions options, Report report)
    {
        using GeneratedLog log = new(options.Rows ?? DefaultRows, Devices);
        List<ChildProcess> rounds = [];
        for (var round = 0; round < Rounds; round++)
            rounds.Add(ChildProcess.Job(nameof(PipelineJob), log.FilePath));

        var disconnects = rounds[0].Figures("disconnects")[0];
        double[] read = [.. rounds.SelectMany(round => round.Figures("read"))];
        double[] pipeline = [.. rounds.SelectMany(round => round.Figures("pipeline"))];
        double[] summedUp = [.. rounds.SelectMany(round => round.Figures("summed up"))];
        report.WriteHeading(FormattableString.Invariant($"Pipeline: {disconnects:N0} disconnects of {log}"));
        report.WriteTable(
            ["Get-DeviceDisconnect \\| Resolve-DisconnectCause", "s", "disconnects/s", $"target {TargetRate:N0}"],
            [
                Row("reading and the hubs' activity alone", read, ["", ""]),
                Row("all of it", pipeline, Rate(disconnects, pipeline)),
                Row("without the reading", Streaming(pipeline, read), Rate(disconnects, Streaming(pipeline, read))),
                Row("all of it, and on to Measure-DisconnectCause", summedUp, Rate(disconnects, summedUp)),
            ]
        );
    }

    private static double[] Streaming(double[] pipeline, double[] read) =>
        [.. pipeline.Zip(read, (all, part) => all - part)];

    private static string[] Row(string what, double[] seconds, string[] rate) =>
        [what, new Spread(seconds).ToString("0.00"), .. rate];

    private static string[] Rate(double disconnects, double[] seconds)
    {
        Spread rate = new(seconds.Select(s => disconnects / s));
        return [rate.ToString("N0"), Report.Verdict(rate.Median >= TargetRate)];
    }
}
