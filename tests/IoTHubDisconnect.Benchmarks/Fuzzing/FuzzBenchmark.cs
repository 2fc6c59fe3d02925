using System.Globalization;
using System.Text;
using FleetGenerator.Benchmark;
using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Core.Tests.Reading;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;

namespace IoTHubDisconnect.Benchmarks.Fuzzing;

/// <summary>
/// Damaged logs by the hundred thousand, others each day: whatever is in a log, it is read to its end without an
/// exception.
/// </summary>
internal static class FuzzBenchmark
{
    private const int Variants = 100_000;
    private const int MostChanges = 12;
    private const string Connect = "deviceConnect,Connections,Information,0";
    private const string Disconnect = "deviceDisconnect,Connections,Error,404104";

    /// <exception cref="InvalidOperationException">A log was not read.</exception>
    public static void Run(BenchmarkOptions options, Report report)
    {
        var variants = options.Rows ?? Variants;
        byte[][] logs = [.. Texts().Select(Encoding.UTF8.GetBytes)];
        var cost = Cost.Of(() =>
            Seeds.Try(
                variants,
                seed =>
                {
                    Random random = new(seed);
                    var damaged = Damage.Apply(logs[random.Next(logs.Length)], random.Next(1, MostChanges), random);
                    using var log = FleetLog.Of(
                        StreamReading.Read(
                            [new LogSource("log", damaged.Length, _ => new MemoryStream(damaged))],
                            1,
                            _ => { },
                            null,
                            default
                        ),
                        CancellationToken.None
                    );
                    log.Visit(
                            new SummaryBuilder(DisconnectGrouping.Cause, devicesReturn: false),
                            new DisconnectFilter(),
                            ResolveOptions.None,
                            default
                        )
                        .Build();
                }
            )
        );
        report.WriteHeading("Fuzzing: damaged logs");
        report.WriteText(FormattableString.Invariant($"{variants:N0} were read to their ends in {cost.Seconds:N0} s."));
    }

    private static IEnumerable<string> Texts()
    {
        using MemoryStream stream = new();
        new BenchmarkLog(rows: 24, devices: 3, seed: 1).WriteTo(stream);
        var rows = Encoding.UTF8.GetString(stream.ToArray());
        yield return rows;
        yield return $$"""{"records":[{{string.Join(",\n", rows.Split('\n', StringSplitOptions.RemoveEmptyEntries))}}]}""";
        yield return "TimeGenerated [UTC],OperationName,Category,Level,ResultType,properties_s,_ResourceId\n"
            + string.Concat(
                Enumerable
                    .Range(0, 24)
                    .Select(i =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"2026-11-16T{i:00}:00:00Z,"
                                + $"{(i % 2 == 0 ? Connect : Disconnect)},"
                                + $"\"{{\"\"deviceId\"\":\"\"d{i % 3}\"\"}}\",/hubs/h\n"
                        )
                    )
            );
    }
}
