using AzureStandIn;
using AzureStandIn.Faults;
using AzureStandIn.Logs;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>It says at times that it is unavailable where it throttles, for as long.</summary>
public sealed class UnavailableTests(UnavailableTests.CalmCloud cloud) : IClassFixture<UnavailableTests.CalmCloud>
{
    [Fact]
    public void The_services_window_is_outlasted_where_it_is_unavailable_for_as_long()
    {
        using var session = cloud.SignIn();
        cloud.Azure.Faults.Add(
            new Fault(FaultKind.ServiceUnavailable)
            {
                Service = AzureService.Logs,
                Lasts = new QueryLimits().RateWindow,
            }
        );

        var outcome = session.Run(
            "Get-DeviceDisconnect -WorkspaceId $workspace -StartTime 2026-11-16Z -EndTime 2026-11-18Z"
        );

        Assert.NotEmpty(outcome.Clean().Output);
        Assert.Contains(cloud.Azure.Requests, r => r.Status == 503);
    }

    public sealed class CalmCloud : Cloud;
}
