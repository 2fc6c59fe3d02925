using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Azure.Tests.Resources;

namespace IoTHubDisconnect.Azure.Tests.Reports;

/// <summary>A report straight from Azure has what Azure says of the hub.</summary>
[Collection(nameof(HubCloud))]
public sealed class ReportTests(HubCloud cloud) : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.html");

    [Theory]
    [InlineData("-ResourceId $hub")]
    [InlineData("-WorkspaceId $workspace")]
    public void Marks_the_hubs_trouble_and_takes_connected_devices_from_the_metric(string source)
    {
        using var session = cloud.OpenFresh();
        cloud.Hub.Health.Add(
            new AvailabilityStatus
            {
                State = "Unavailable",
                Summary = "The hub was <unreachable>.",
                ReasonType = "Unplanned",
                OccurredTime = cloud.Drop.AddMinutes(-2),
                ResolvedTime = cloud.Drop.AddMinutes(10),
            }
        );

        var report = session
            .Run($"Export-DisconnectReport {source} -FilePath $file -Culture en-US -PassThru", ("file", _file))
            .Clean()
            .As<DisconnectReport>()
            .Single();
        var page = File.ReadAllText(_file);

        Assert.Equal(
            session.Run($"Measure-DisconnectCause {source}").Clean().As<DisconnectSummary>().Sum(s => s.Count),
            report.Count
        );
        Assert.Contains("The hub was &lt;unreachable&gt;.", page);
        Assert.Contains("metric connectedDeviceCount", page);
        Assert.DoesNotContain("Azure was not asked", page);
    }

    [Fact]
    public void Says_what_Azure_did_not_tell()
    {
        using var session = cloud.OpenFresh();
        foreach (var action in new[] { Permissions.ReadMetrics, Permissions.ReadHealth, Permissions.ReadActivityLog })
            cloud.Azure.Permissions.Revoke(action);

        session.Run("Export-DisconnectReport -ResourceId $hub -FilePath $file -Culture en-US", ("file", _file));

        Assert.Contains("The metric connectedDeviceCount of", File.ReadAllText(_file));
    }

    public void Dispose() => File.Delete(_file);
}
