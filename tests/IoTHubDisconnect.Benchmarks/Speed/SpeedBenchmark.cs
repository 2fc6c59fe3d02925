using FleetGenerator.Benchmark;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Speed;

/// <summary>Measure-DisconnectCause on large logs, against DuckDB and against a script, and in other forms.</summary>
internal static class SpeedBenchmark
{
    private const int DefaultRows = 1_000_000;
    private const int Rounds = 3;
    private const int CallsInProcess = 10;
    private const double TargetWarm = 0.25;
    private const double TargetFirst = 0.4;
    private const double TargetTimesScript = 150;

    private static readonly (string Name, int Devices, BenchmarkProfile[] Profiles)[] Logs =
    [
        ("mostly renewals", 10_000, BenchmarkProfile.Fleet),
        ("random gaps", 20_000, BenchmarkProfile.RandomGaps),
        ("many devices", 200_000, BenchmarkProfile.Fleet),
    ];

    public static void Run(BenchmarkOptions options, Report report)
    {
        foreach (var (name, devices, profiles) in Logs)
        {
            using GeneratedLog log = new(options.Rows ?? DefaultRows, devices, profiles);
            PeerRound[] rounds =
            [
                .. Enumerable.Range(0, Rounds).Select(_ => PeerRound.Run(log.FilePath, CallsInProcess)),
            ];
            report.WriteHeading($"Speed, {name}: {log}");
            WriteRounds(report, rounds);
            if (profiles != BenchmarkProfile.Fleet || devices != Logs[0].Devices)
                continue;
            WriteScript(report, log, rounds);
            WriteForms(report, log, new Spread(rounds.Select(round => round.Warm.Ours)).Median);
        }
    }

    private static void WriteRounds(Report report, PeerRound[] rounds)
    {
        report.WriteTable(
            ["", "Measure-DisconnectCause -Path, s", "DuckDB, s", "ours / DuckDB", "target"],
            [
                Compare("warm call", rounds, round => round.Warm, TargetWarm),
                Compare("first call in pwsh", rounds, round => round.First, TargetFirst),
                Compare("processor time of a warm call", rounds, round => round.WarmProcessor, TargetWarm),
            ]
        );
        report.WriteText(
            "DuckDB reads the same file and computes features of each device's sessions "
                + "(Speed/DeviceSessions.sql); it names no cause."
        );
    }

    private static string[] Compare(
        string what,
        PeerRound[] rounds,
        Func<PeerRound, (double Ours, double DuckDb)> of,
        double target
    )
    {
        Spread ratio = new(rounds.Select(round => of(round).Ours / of(round).DuckDb));
        return
        [
            what,
            new Spread(rounds.Select(round => of(round).Ours)).ToString("0.00"),
            new Spread(rounds.Select(round => of(round).DuckDb)).ToString("0.00"),
            ratio.ToString("0.00"),
            FormattableString.Invariant($"{target}: {Report.Verdict(ratio.Median <= target)}"),
        ];
    }

    private static void WriteScript(Report report, GeneratedLog log, PeerRound[] rounds)
    {
        var script = ReferenceScript.RowsPerSecond(log.FilePath);
        report.WriteHeading("Speed against a script with ConvertFrom-Json and Group-Object");
        report.WriteTable(
            ["", "Measure-DisconnectCause, rows/s", "script, rows/s", "ours / script", $"target {TargetTimesScript}"],
            [
                Compare("warm call", rounds.Select(round => log.Rows / round.Warm.Ours), script),
                Compare("first call in pwsh", rounds.Select(round => log.Rows / round.First.Ours), script),
            ]
        );
        report.WriteText(ReferenceScript.Origin);
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

    private static void WriteForms(Report report, GeneratedLog log, double jsonLines)
    {
        report.WriteHeading("Speed of other forms of the same rows: warm calls");
        report.WriteTable(
            ["form", "s", "as long as JSON lines"],
            [
                Measure("the portal's CSV", LogForm.PortalCsv(log.FilePath), jsonLines),
                Measure("the query API's table", LogForm.ApiTables(log.FilePath), jsonLines),
            ]
        );
    }

    private static string[] Measure(string form, string file, double jsonLines)
    {
        var run = ChildProcess.Job(nameof(MeasureJob), file, $"{CallsInProcess}");
        File.Delete(file);
        Spread seconds = new(run.Figures("seconds").Skip(1));
        return [form, seconds.ToString("0.00"), FormattableString.Invariant($"{seconds.Median / jsonLines:0.0} times")];
    }
}
