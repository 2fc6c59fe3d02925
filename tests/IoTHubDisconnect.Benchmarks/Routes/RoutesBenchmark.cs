using System.Globalization;
using AzureStandIn.Logs;
using FleetGenerator;
using FleetGenerator.Stories;
using IoTHubDisconnect.Azure.Tests.PushDown;
using IoTHubDisconnect.Benchmarks.Harness;
using IoTHubDisconnect.Benchmarks.Speed;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Sources;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Benchmarks.Routes;

/// <summary>
/// Twelve fleets, read in every way: what is not, line by line, what the files of Azure Storage come to.
/// </summary>
internal static class RoutesBenchmark
{
    private const int Seed = 301;

    private static readonly string[] Told = ["abrupt-sleepers", "roaming", "failover", "two-clients-at-two-sites"];

    public static void Run(BenchmarkOptions options, Report report)
    {
        report.WriteHeading(
            $"Routes: disconnects with cause, confidence, reason and evidence, and sums of all six groupings, that "
                + $"differ from those of files (seed {Seed})"
        );
        report.WriteTable(
            ["fleet", "disconnects", "sums", "portal's CSV", "query API's tables", "Log Analytics", "Data Explorer"],
            Fleets().Select(fleet => Row(fleet.Name, fleet.Fleet))
        );
    }

    private static IEnumerable<(string Name, Fleet Fleet)> Fleets() =>
        FleetPresets
            .All.Select(preset => (preset.Key, Fleet.Simulate(Queried(preset.Value(Seed)))))
            .Concat(
                StoryBook
                    .All.Where(story => Told.Contains(story.Name))
                    .Select(story => (story.Name, story.Simulate(Seed).Fleet))
            );

    /// <summary>Azure Monitor writes hubs' names in capitals, whatever the files say.</summary>
    private static FleetOptions Queried(FleetOptions fleet) =>
        fleet with
        {
            Artefacts = fleet.Artefacts with { LowerCaseShare = 0 },
        };

    private static string[] Row(string name, Fleet fleet)
    {
        using var forms = new LogFolder();
        var rows = Path.Combine(forms.Path, "rows");
        var folder = new LogFolder();
        fleet.WriteLogs(folder.Path);
        File.WriteAllLines(
            rows,
            Directory
                .EnumerateFiles(folder.Path, "PT1H.json", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines)
                .Where(IsWhole)
        );
        return RowAsync(name, folder, LogForm.PortalCsv(rows), LogForm.ApiTables(rows)).GetAwaiter().GetResult();
    }

    private static async Task<string[]> RowAsync(string name, LogFolder folder, string csv, string tables)
    {
        await using var queried = await QueriedFolder.LoadAsync(
            folder,
            new QueryLimits { QueriesPerWindow = int.MaxValue }
        );
        using var files = queried.ReadFiles();
        using var ofCsv = Read(csv);
        using var ofTables = Read(tables);
        using var workspace = await queried.ReadAsync(queried.Workspace, files);
        using var cluster = await queried.ReadAsync(queried.Cluster, files);
        var (causes, sums) = (Causes(files), Sums(files));
        return
        [
            name,
            FormattableString.Invariant($"{causes.Length:N0}"),
            FormattableString.Invariant($"{sums.Length:N0}"),
            .. new[] { ofCsv, ofTables, workspace, cluster }.Select(log =>
                $"{Differing(causes, Causes(log))} and {Differing(sums, Sums(log))}"
            ),
        ];
    }

    private static FleetLog Read(string path) =>
        FleetLog.Of(
            StreamReading.Read(LogFileFinder.Find([path], _ => { }), _ => { }, null, CancellationToken.None),
            CancellationToken.None
        );

    /// <summary>The lines that only one of both has, once for each time.</summary>
    private static int Differing(string[] left, string[] right)
    {
        var counts = left.CountBy(line => line).ToDictionary();
        foreach (var line in right)
            counts[line] = counts.GetValueOrDefault(line) - 1;
        return counts.Values.Sum(Math.Abs);
    }

    private static string[] Causes(FleetLog log) =>
        [
            .. log.Find(new DisconnectFilter())
                .Select(d => TextOf(CauseExplainer.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture))),
        ];

    private static string[] Sums(FleetLog log) =>
        [
            .. Enum.GetValues<DisconnectGrouping>()
                .SelectMany(by =>
                    log.Visit(
                            new SummaryBuilder(by, devicesReturn: false),
                            new DisconnectFilter(),
                            ResolveOptions.None,
                            CancellationToken.None
                        )
                        .Build()
                        .Select(sum => $"{by}|{TextOf(sum)}")
                ),
        ];

    private static string TextOf(object value) =>
        string.Join('|', value.GetType().GetProperties().Select(p => $"{p.Name}={p.GetValue(value)}"));

    /// <summary>A simulated export has broken lines, which no table has.</summary>
    private static bool IsWhole(string line) => line.StartsWith('{') && line.EndsWith('}');
}
