using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>Measure-DisconnectCause on a large log, against DuckDB and against a script.</summary>
internal static class SpeedBenchmark
{
    private const int DefaultRows = 1_000_000;
    private const int Devices = 10_000;
    private const int Rounds = 5;
    private const int CallsInProcess = 20;
    private const double TargetShareOfDuckDb = 0.25;
    private const double TargetTimesScript = 150;

    public static void Run(BenchmarkOptions options, Report report)
    {
        using GeneratedLog log = new(options.Rows ?? DefaultRows, Devices);
        List<PeerRound> rounds = [];
        for (var round = 0; round < Rounds; round++)
            rounds.Add(PeerRound.Run(log.FilePath, CallsInProcess));

        report.WriteHeading($"Speed: {log}");
        report.WriteTable(
            ["", "Measure-DisconnectCause -Path, s", "DuckDB, s", "ours / DuckDB", $"target {TargetShareOfDuckDb}"],
            [
                Compare("warm call", rounds, round => round.Warm),
                Compare("first call in a process", rounds, round => round.First),
                Compare("whole process", rounds, round => round.Whole),
                Compare("processor time of a warm call", rounds, round => round.WarmProcessor),
                Compare("processor time of a first call", rounds, round => round.FirstProcessor),
            ]
        );
        report.WriteText(
            "DuckDB reads the same file and computes features of each device's sessions "
                + "(Speed/DeviceSessions.sql); it names no cause."
        );
        WriteScript(report, log, rounds);
    }

    private static string[] Compare(
        string what,
        List<PeerRound> rounds,
        Func<PeerRound, (double Ours, double DuckDb)> of
    )
    {
        Spread ratio = new(rounds.Select(round => of(round).Ours / of(round).DuckDb));
        return
        [
            what,
            new Spread(rounds.Select(round => of(round).Ours)).ToString("0.00"),
            new Spread(rounds.Select(round => of(round).DuckDb)).ToString("0.00"),
            ratio.ToString("0.00"),
            Report.Verdict(ratio.Median <= TargetShareOfDuckDb),
        ];
    }

    private static void WriteScript(Report report, GeneratedLog log, List<PeerRound> rounds)
    {
        var script = ReferenceScript.RowsPerSecond(log.FilePath);
        report.WriteHeading("Speed against a script with ConvertFrom-Json and Group-Object");
        report.WriteTable(
            ["", "Measure-DisconnectCause, rows/s", "script, rows/s", "ours / script", $"target {TargetTimesScript}"],
            [
                Compare("warm call", rounds.Select(round => log.Rows / round.Warm.Ours), script),
                Compare("first call in a process", rounds.Select(round => log.Rows / round.First.Ours), script),
                Compare(
                    "warm call, by processor time",
                    rounds.Select(round => log.Rows * (double)Environment.ProcessorCount / round.WarmProcessor.Ours),
                    script
                ),
            ]
        );
        report.WriteText(
            ReferenceScript.Origin
                + " By processor time: what the call would reach if nothing else kept the cores busy."
        );
    }

    private static string[] Compare(string what, IEnumerable<double> rates, double script)
    {
        Spread ours = new(rates);
        var times = ours.Median / script;
        return
        [
            what,
            ours.ToString("N0"),
            FormattableString.Invariant($"{script:N0}"),
            FormattableString.Invariant($"{times:N0}"),
            Report.Verdict(times >= TargetTimesScript),
        ];
    }
}
