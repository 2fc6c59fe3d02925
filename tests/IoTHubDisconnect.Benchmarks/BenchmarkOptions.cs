using System.Globalization;
using IoTHubDisconnect.Benchmarks.Accuracy;
using IoTHubDisconnect.Benchmarks.FaultLab;
using IoTHubDisconnect.Benchmarks.Fuzzing;
using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Benchmarks.Import;
using IoTHubDisconnect.Benchmarks.Marks;
using IoTHubDisconnect.Benchmarks.Memory;
using IoTHubDisconnect.Benchmarks.Pipeline;
using IoTHubDisconnect.Benchmarks.Queries;
using IoTHubDisconnect.Benchmarks.Reports;
using IoTHubDisconnect.Benchmarks.Routes;
using IoTHubDisconnect.Benchmarks.Shapes;
using IoTHubDisconnect.Benchmarks.Speed;

namespace IoTHubDisconnect.Benchmarks;

/// <summary>What the command line asks to measure.</summary>
internal sealed record BenchmarkOptions(IReadOnlyList<Action<BenchmarkOptions, Report>> Benchmarks, int? Rows)
{
    public const string Usage = """
        IoTHubDisconnect.Benchmarks
            [all|speed|memory|query|pipeline|import|report|accuracy|stories|routes|faultlab|shapes|marks|fuzz]
            [--rows N]
            Prints the ratios to the peers as Markdown. --rows is the length of the log to measure with:
            1,000,000 unless told for speed, pipeline, report and marks, 10,000,000 for memory and query; for fuzz, how
            many damaged logs to read, 100,000 unless told.
        """;

    private static readonly Dictionary<string, Action<BenchmarkOptions, Report>> Known = new()
    {
        ["speed"] = SpeedBenchmark.Run,
        ["memory"] = MemoryBenchmark.Run,
        ["query"] = QueryBenchmark.Run,
        ["pipeline"] = PipelineBenchmark.Run,
        ["import"] = ImportBenchmark.Run,
        ["report"] = ReportBenchmark.Run,
        ["accuracy"] = AccuracyBenchmark.Run,
        ["stories"] = StoriesBenchmark.Run,
        ["routes"] = RoutesBenchmark.Run,
        ["faultlab"] = FaultLabBenchmark.Run,
        ["shapes"] = ShapesBenchmark.Run,
        ["marks"] = MarksBenchmark.Run,
        ["fuzz"] = FuzzBenchmark.Run,
    };

    /// <summary>Null where the arguments are not ones this program takes.</summary>
    public static BenchmarkOptions? Parse(string[] args)
    {
        var name = args is [var first, ..] && !first.StartsWith('-') ? first : "all";
        var rest = args is [var given, ..] && given == name ? args[1..] : args;
        Action<BenchmarkOptions, Report>[]? benchmarks =
            name == "all" ? [.. Known.Values]
            : Known.TryGetValue(name, out var one) ? [one]
            : null;
        return (benchmarks, rest) switch
        {
            (null, _) => null,
            (_, []) => new BenchmarkOptions(benchmarks, null),
            (_, ["--rows", var text])
                when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) =>
                new BenchmarkOptions(benchmarks, rows),
            _ => null,
        };
    }
}
