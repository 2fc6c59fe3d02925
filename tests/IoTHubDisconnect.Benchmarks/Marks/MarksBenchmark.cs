using FleetGenerator.Benchmark;
using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Benchmarks.Speed;

namespace IoTHubDisconnect.Benchmarks.Marks;

/// <summary>What a room's marks for the JIT are worth: the module without them beside the one that ships.</summary>
internal static class MarksBenchmark
{
    private const int DefaultRows = 1_000_000;
    private const int Devices = 20_000;
    private const int Rounds = 3;
    private const int Calls = 10;
    private static readonly string[] Rooms = ["Reading", "Profiles", "Causes", "Sums"];

    public static void Run(BenchmarkOptions options, Report report)
    {
        using GeneratedLog log = new(options.Rows ?? DefaultRows, Devices, BenchmarkProfile.RandomGaps);
        using ModuleCopies copies = new();
        var shipped = copies.Add();
        var without = Rooms.ToDictionary(room => room, room => copies.Add(withoutMarksOf: room));
        var ratios = Rooms.ToDictionary(room => room, _ => new List<(double First, double Later)>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var room in Rooms)
            {
                var with = Measure(shipped, log);
                var unmarked = Measure(without[room], log);
                ratios[room].Add((unmarked.First / with.First, unmarked.Later / with.Later));
            }
        }

        report.WriteHeading($"Marks for the JIT: {log}");
        report.WriteTable(
            ["without the marks of", "first call in pwsh, as long as with", "later calls"],
            Rooms.Select(room =>
                new[]
                {
                    room,
                    new Spread(ratios[room].Select(r => r.First)).ToString("0.00"),
                    new Spread(ratios[room].Select(r => r.Later)).ToString("0.00"),
                }
            )
        );
    }

    /// <summary>Seconds.</summary>
    private static (double First, double Later) Measure(string manifest, GeneratedLog log)
    {
        var seconds = Pwsh.Run(
                $"Import-Module {HostedModule.Quote(manifest)}; foreach ($n in 1..{Calls}) {{ "
                    + $"$call = Measure-Command {{ {MeasureJob.Command(log.FilePath)} }}; "
                    + "\"seconds=$($call.TotalSeconds.ToString([cultureinfo]::InvariantCulture))\" }"
            )
            .Figures("seconds");
        return (seconds[0], new Spread(seconds.Skip(1)).Median);
    }
}
