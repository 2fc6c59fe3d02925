using FleetGenerator;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Routes;

/// <summary>
/// Twelve fleets, read in every way: what is not, line by line, what the files of Azure Storage come to.
/// </summary>
internal static class RoutesBenchmark
{
    private static readonly string[] Stories =
    [
        "abrupt-sleepers",
        "roaming",
        "keys-rolled",
        "failover",
        "two-clients-at-two-sites",
    ];

    public static void Run(BenchmarkOptions options, Report report)
    {
        report.WriteHeading(
            $"Routes: disconnects with all that is said of them, and sums of all groupings, that differ from those of "
                + $"files (seed {RoutesJob.Seed})"
        );
        var authorities = Directory.CreateTempSubdirectory("authorities-");
        Environment.SetEnvironmentVariable("AZURE_STAND_IN_AUTHORITIES", authorities.FullName);
        Environment.SetEnvironmentVariable("SSL_CERT_DIR", authorities.FullName);
        report.WriteTable(
            ["fleet", "disconnects", "sums", .. RoutesJob.Routes],
            FleetPresets.All.Keys.Concat(Stories).Select(Row)
        );
        authorities.Delete(recursive: true);
    }

    private static string[] Row(string fleet)
    {
        var read = ChildProcess.Job(nameof(RoutesJob), fleet);
        return
        [
            fleet,
            .. ((string[])["disconnects", "sums"]).Select(name => $"{read.Figures(name)[0]:N0}"),
            .. RoutesJob.Routes.Select(route => string.Join(" and ", read.Figures(route).Select(n => $"{n:N0}"))),
        ];
    }
}
