using System.Diagnostics;
using AzureStandIn;
using AzureStandIn.Logs;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>Azure Monitor counts queries over half a minute, and does not always say how much of it is left.</summary>
public sealed class PatienceTests(PatienceTests.BusyCloud cloud) : IClassFixture<PatienceTests.BusyCloud>
{
    [Fact]
    public void The_services_window_is_outlasted_where_it_names_no_pause()
    {
        using var session = cloud.SignIn();
        var watch = Stopwatch.StartNew();

        var outcome = session.Run(
            "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-18Z"
        );

        Assert.NotEmpty(outcome.Clean().Output);
        Assert.Contains(cloud.Azure.Requests, r => r.Status == 429);
        Assert.True(watch.Elapsed >= new QueryLimits().RateWindow - TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    /// <summary>A service that takes one query in half a minute.</summary>
    public sealed class BusyCloud : Cloud
    {
        protected override StandInOptions Options =>
            new()
            {
                Limits = new QueryLimits { QueriesPerWindow = 1, RetryAfter = null },
            };
    }
}
