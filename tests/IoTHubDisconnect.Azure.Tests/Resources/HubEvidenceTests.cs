using AzureStandIn.ResourceManager;

namespace IoTHubDisconnect.Azure.Tests.Resources;

/// <summary>Metric, settings and health of the hub come along with the rows, and never stand in their way.</summary>
[Collection(nameof(HubCloud))]
public sealed class HubEvidenceTests(HubCloud cloud)
{
    private const string Resolve = "Get-DeviceDisconnect -ResourceId $hub | Resolve-DisconnectCause";

    [Fact]
    public void Calls_a_mass_drop_with_a_dip_and_an_unavailable_hub_the_hubs()
    {
        using var session = cloud.OpenFresh();
        cloud.Hub.Health.Add(
            new AvailabilityStatus
            {
                State = "Unavailable",
                Summary = "The hub was unreachable.",
                ReasonType = "Unplanned",
                OccurredTime = cloud.Drop.AddMinutes(-2),
                ResolvedTime = cloud.Drop.AddMinutes(10),
            }
        );
        var causes = session
            .Run(Resolve)
            .Clean()
            .As<DisconnectCause>()
            .Where(c => c.Kind == DisconnectKind.Closed)
            .ToList();
        Assert.Equal(12, causes.Count);
        Assert.All(causes, c => Assert.Equal(CauseName.HubFault, c.Cause));
        Assert.Contains(
            causes[0].Evidence,
            e => e.Name == "Hub's health" && e.Value.Contains("The hub was unreachable.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Calls_a_mass_drop_after_a_failover_a_failover()
    {
        using var session = cloud.OpenFresh();
        cloud.Hub.Failovers.Add(cloud.Drop.AddMinutes(-1));
        cloud.Hub.FailedOver = true;
        Assert.All(
            session.Run(Resolve).Clean().As<DisconnectCause>().Where(c => c.Kind == DisconnectKind.Closed),
            c => Assert.Equal(CauseName.HubFailover, c.Cause)
        );
    }

    [Fact]
    public void Explains_refusals_by_the_setting()
    {
        using var session = cloud.OpenFresh();
        cloud.Hub.DisableDeviceSas = true;
        var refused = session.Run(Resolve).Clean().As<DisconnectCause>().Single(c => c.Kind == DisconnectKind.Refused);
        Assert.Equal(CauseName.Unauthorized, refused.Cause);
        Assert.Contains("disableDeviceSAS", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("disableDeviceSAS", refused.Solution, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ResourceId $hub", 1)]
    [InlineData("-WorkspaceId $workspace", 0)]
    public void Answers_without_what_may_not_be_read(string source, int warnings)
    {
        using var session = cloud.OpenFresh();
        var whole = session.Run($"Get-DeviceDisconnect {source}").Clean().Output.Count;
        foreach (
            var action in new[]
            {
                Permissions.ReadHub,
                Permissions.ReadMetrics,
                Permissions.ReadHealth,
                Permissions.ReadActivityLog,
            }
        )
            cloud.Azure.Permissions.Revoke(action);
        var outcome = session.Run($"Get-DeviceDisconnect {source} -Verbose");
        Assert.Equal(whole, outcome.Output.Count);
        Assert.Empty(outcome.Errors);
        Assert.Equal(warnings, outcome.Warnings.Count);
        Assert.All(outcome.Warnings, w => Assert.Contains("Monitoring Reader", w, StringComparison.Ordinal));
        Assert.Equal(
            4,
            outcome.Verbose.Count(v => v.Contains("could not be read (AccessDenied)", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Asks_once_a_call()
    {
        using var session = cloud.OpenFresh();
        cloud.Azure.ForgetRequests();
        session.Run("Get-DeviceDisconnect -ResourceId $hub").Clean();
        var asked = cloud.Azure.Requests.Where(r => r.Service == AzureStandIn.AzureService.ResourceManager).ToList();
        Assert.Equal(asked.Count, asked.Select(r => r.Path + r.QueryString).Distinct().Count());
        Assert.Equal(
            ["availabilityStatuses", cloud.Hub.Id.Name, "metrics", "values"],
            asked.Select(r => r.Path.Split('/')[^1]).Distinct().Order(StringComparer.OrdinalIgnoreCase)
        );
    }
}
