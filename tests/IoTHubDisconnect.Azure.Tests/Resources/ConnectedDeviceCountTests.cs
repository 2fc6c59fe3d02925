using System.Management.Automation;
using AzureStandIn;
using AzureStandIn.Faults;
using AzureStandIn.ResourceManager;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>Get-ConnectedDeviceCount: a minute an object, dips marked, whatever way the hub is given.</summary>
[Collection(nameof(HubCloud))]
public sealed class ConnectedDeviceCountTests(HubCloud cloud)
{
    [Fact]
    public void Gives_the_last_day_minute_by_minute_with_its_dip()
    {
        using var session = cloud.OpenFresh();
        var counts = session.Run("Get-ConnectedDeviceCount $hub").Clean().As<ConnectedDeviceCount>();

        Assert.InRange(counts.Length, 1439, 1441);
        Assert.All(
            counts.Zip(counts.Skip(1)),
            pair => Assert.Equal(TimeSpan.FromMinutes(1), pair.Second.Time - pair.First.Time)
        );
        Assert.Equal(
            Enumerable.Range(0, 6).Select(i => cloud.Drop.AddMinutes(i)),
            counts.Where(c => c.IsDip).Select(c => c.Time)
        );
        var lowest = counts.First(c => c.IsDip);
        Assert.Equal(
            (10.0, 4.0, 12.0, 40.0, 36.0),
            (lowest.Average, lowest.Minimum, lowest.Maximum, lowest.Usual, lowest.Depth)
        );
        Assert.Equal((cloud.Hub.Id.Name, cloud.Hub.Id.ToString()), (lowest.HubName, lowest.ResourceId));
        var missing = counts.Single(c => c.Time == cloud.Drop.AddMinutes(30));
        Assert.Equal((null, null, null, false), (missing.Average, missing.Minimum, missing.Maximum, missing.IsDip));
    }

    [Theory]
    [InlineData("Get-ConnectedDeviceCount -ResourceId $hub -Last 1h")]
    [InlineData("Get-ConnectedDeviceCount -ResourceId ($hub.ToUpper() + '/') -Last 1h")]
    [InlineData(
        $"Get-ConnectedDeviceCount -HubName {HubCloud.Name} -ResourceGroupName {HubCloud.Group} "
            + $"-SubscriptionId {HubCloud.Subscription} -Last 1h"
    )]
    [InlineData($"Get-ConnectedDeviceCount -HubName {HubCloud.Name} -ResourceGroupName contoso-iot -Last 1h")]
    [InlineData("Get-ConnectedDeviceCount -HubName contoso-eu -Last 1h")]
    [InlineData(
        "[pscustomobject]@{ Id = $hub; Name = 'contoso-eu'; Resourcegroup = 'contoso-iot'; Subscriptionid "
            + "= 'x' } | Get-ConnectedDeviceCount -Last 1h"
    )]
    [InlineData("Get-DeviceDisconnect -ResourceId $hub -WarningAction Ignore | Get-ConnectedDeviceCount -Last 1h")]
    [InlineData("Get-ConnectedDeviceCount $hub -StartTime ([datetime]::Now.AddHours(-1))")]
    public void Takes_a_hub_by_id_by_name_and_from_the_pipeline(string script)
    {
        using var session = cloud.OpenFresh();
        Assert.InRange(session.Run(script).Clean().Output.Count, 59, 61);
    }

    [Fact]
    public void Asks_for_long_times_a_day_at_a_time()
    {
        using var session = cloud.OpenFresh();
        var counts = session.Run("Get-ConnectedDeviceCount $hub -Last 10d").Clean().As<ConnectedDeviceCount>();
        Assert.Equal(counts.Length, counts.Select(c => c.Time).Distinct().Count());
        Assert.InRange(counts.Length, 14399, 14401);
        Assert.InRange(
            cloud.Azure.Requests.Count(r => r.Path.EndsWith("/metrics", StringComparison.OrdinalIgnoreCase)),
            10,
            12
        );
    }

    /// <summary>
    /// With the hours around it, what is read is a day and a moment; a request knows no fractions of a second.
    /// </summary>
    [Fact]
    public void Asks_for_no_time_without_a_length()
    {
        using var session = cloud.OpenFresh();
        session
            .Run(
                "$start = [datetime]::UtcNow.Date.AddHours([datetime]::UtcNow.Hour - 24); "
                    + "Get-ConnectedDeviceCount $hub -StartTime $start -EndTime "
                    + "$start.AddHours(20).AddMilliseconds(400)"
            )
            .Clean();
        session.Run("Get-ConnectedDeviceCount $hub -Last 1h").Clean();

        Assert.All(
            cloud.Azure.Requests.Where(r => r.Path.EndsWith("/metrics", StringComparison.OrdinalIgnoreCase)),
            r => Assert.Equal(200, r.Status)
        );
    }

    [Fact]
    public void Stops_when_the_pipeline_has_seen_enough()
    {
        using var session = cloud.OpenFresh();
        Assert.Single(
            session
                .Run("while ($true) { Get-ConnectedDeviceCount $hub -Last 90d | ForEach-Object { $_; break } }")
                .Clean()
                .Output
        );
        Assert.InRange(
            cloud.Azure.Requests.Count(r => r.Path.EndsWith("/metrics", StringComparison.OrdinalIgnoreCase)),
            1,
            10
        );
    }

    [Theory]
    [InlineData(
        "Get-ConnectedDeviceCount $hub",
        Permissions.ReadMetrics,
        "AccessDenied",
        ErrorCategory.PermissionDenied
    )]
    [InlineData("Get-ConnectedDeviceCount ($hub + '2')", null, "ResourceNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Get-ConnectedDeviceCount -HubName nowhere", null, "ResourceNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData(
        "Get-ConnectedDeviceCount $hub -Last 1h -StartTime 2026-01-01",
        null,
        "TwoPeriodStarts",
        ErrorCategory.InvalidArgument
    )]
    [InlineData(
        "Get-ConnectedDeviceCount $hub -StartTime 2026-01-02 -EndTime 2026-01-01",
        null,
        "EmptyPeriod",
        ErrorCategory.InvalidArgument
    )]
    public void Tells_what_is_wrong(string script, string? revoked, string id, ErrorCategory category)
    {
        using var session = cloud.OpenFresh();
        if (revoked is not null)
            cloud.Azure.Permissions.Revoke(revoked);
        var error = session.Run(script).TheError;
        Assert.Equal((id, category), (error.FullyQualifiedErrorId.Split(',')[0], error.CategoryInfo.Category));
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData(FaultKind.TooManyRequests)]
    [InlineData(FaultKind.InternalServerError)]
    [InlineData(FaultKind.CutBeforeHeaders)]
    [InlineData(FaultKind.SlowBody)]
    public void Waits_out_what_passes(FaultKind fault)
    {
        using var session = cloud.OpenFresh();
        cloud.Azure.Faults.Add(
            new Fault(fault)
            {
                Service = AzureService.ResourceManager,
                Times = 2,
                RetryAfter = 0,
            }
        );
        Assert.InRange(session.Run("Get-ConnectedDeviceCount $hub -Last 2h").Clean().Output.Count, 119, 121);
    }

    [Theory]
    [InlineData(FaultKind.MalformedJson, "UnexpectedAnswer")]
    [InlineData(FaultKind.EmptyBody, "UnexpectedAnswer")]
    [InlineData(FaultKind.CutInBody, "Unreachable")]
    public void Takes_no_broken_answer_for_a_whole_one(FaultKind fault, string id)
    {
        using var session = cloud.OpenFresh();
        cloud.Azure.Faults.Add(new Fault(fault) { Service = AzureService.ResourceManager });
        Assert.Equal(
            id,
            session.Run("Get-ConnectedDeviceCount $hub -Last 2h").TheError.FullyQualifiedErrorId.Split(',')[0]
        );
    }

    [Fact]
    public void Says_so_when_nothing_was_measured()
    {
        using var session = cloud.OpenFresh();
        cloud.Hub.ConnectedDeviceCount.Clear();
        var outcome = session.Run("Get-ConnectedDeviceCount $hub -Last 2h");
        Assert.All(outcome.As<ConnectedDeviceCount>(), c => Assert.Null(c.Average));
        Assert.Contains("was not measured", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Completes_the_hubs_that_the_session_has_met()
    {
        using var session = cloud.OpenFresh();
        session.Run("$null = Get-ConnectedDeviceCount $hub -Last 1h").Clean();
        Assert.Equal(
            [cloud.Hub.Id.ToString()],
            session
                .Run("(TabExpansion2 'Get-ConnectedDeviceCount -ResourceId /sub').CompletionMatches.CompletionText")
                .Clean()
                .As<string>()
        );
        Assert.Equal(
            [cloud.Hub.Id.Name],
            session
                .Run("(TabExpansion2 'Test-DisconnectLogging -HubName cont').CompletionMatches.CompletionText")
                .Clean()
                .As<string>()
        );
    }
}
