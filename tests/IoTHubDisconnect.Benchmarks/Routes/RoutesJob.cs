using AzureStandIn.Logs;
using FleetGenerator;
using FleetGenerator.Stories;
using IoTHubDisconnect.Azure.Tests.PushDown;
using IoTHubDisconnect.Benchmarks.Speed;
using IoTHubDisconnect.Tests.Logs;
using static IoTHubDisconnect.Azure.Tests.PushDown.AllAnswers;

namespace IoTHubDisconnect.Benchmarks.Routes;

/// <summary>Reads one fleet in every way, in a process that trusts the stand-in from its start.</summary>
internal static class RoutesJob
{
    public const int Seed = 301;

    public static readonly string[] Routes = ["portal's CSV", "query API's tables", "Log Analytics", "Data Explorer"];

    public static void Run(string[] arguments, Action<string, double> write)
    {
        using var forms = new LogFolder();
        var rows = Path.Combine(forms.Path, "rows");
        var folder = new LogFolder();
        FleetOf(arguments[0]).WriteLogs(folder.Path);
        File.WriteAllLines(
            rows,
            Directory
                .EnumerateFiles(folder.Path, "PT1H.json", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines)
                .Where(IsWhole)
        );
        CompareAsync(folder, [LogForm.PortalCsv(rows), LogForm.ApiTables(rows)], write).GetAwaiter().GetResult();
    }

    /// <summary>Azure Monitor writes hubs' names in capitals, whatever the files say.</summary>
    private static Fleet FleetOf(string name)
    {
        if (!FleetPresets.All.TryGetValue(name, out var preset))
            return StoryBook.All.Single(story => story.Name == name).Simulate(Seed).Fleet;
        var fleet = preset(Seed);
        var artefacts = fleet.Artefacts with { LowerCaseShare = 0 };
        return Fleet.Simulate(fleet with { Artefacts = artefacts });
    }

    private static async Task CompareAsync(LogFolder folder, string[] forms, Action<string, double> write)
    {
        await using var queried = await QueriedFolder.LoadAsync(
            folder,
            new QueryLimits { QueriesPerWindow = int.MaxValue }
        );
        using var files = queried.ReadFiles();
        var (causes, sums) = (CausesOf(files), AllSums(files));
        write("disconnects", causes.Length);
        write("sums", sums.Length);
        FleetLog[] logs =
        [
            .. forms.Select(QueriedFolder.Read),
            await queried.ReadAsync(queried.Workspace, files),
            await queried.ReadAsync(queried.Cluster, files),
        ];
        foreach (var (route, log) in Routes.Zip(logs))
        {
            write(route, Differing(causes, CausesOf(log)));
            write(route, Differing(sums, AllSums(log)));
            log.Dispose();
        }
    }

    /// <summary>The lines that only one of both has, once for each time.</summary>
    private static int Differing(string[] left, string[] right)
    {
        var counts = left.CountBy(line => line).ToDictionary();
        foreach (var line in right)
            counts[line] = counts.GetValueOrDefault(line) - 1;
        return counts.Values.Sum(Math.Abs);
    }

    private static string[] AllSums(FleetLog log) =>
        [.. Enum.GetValues<DisconnectGrouping>().SelectMany(by => SumsOf(log, by).Select(sum => $"{by}|{sum}"))];

    /// <summary>A simulated export has broken lines, which no table has.</summary>
    private static bool IsWhole(string line) => line.StartsWith('{') && line.EndsWith('}');
}
