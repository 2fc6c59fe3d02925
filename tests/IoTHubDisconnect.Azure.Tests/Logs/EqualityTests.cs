using AzureStandIn;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>The same rows say the same, wherever they are read.</summary>
[Collection(nameof(FleetCloud))]
public sealed class EqualityTests(FleetCloud cloud) : IDisposable
{
    private readonly Session _session = cloud.SignIn();

    public static TheoryData<string> Questions =>
        new()
        {
            "Get-DeviceDisconnect {0} | Resolve-DisconnectCause",
            "Get-DeviceDisconnect {0} -ErrorCode 404104",
            "Get-DeviceDisconnect {0} -DeviceId *1* | Resolve-DisconnectCause",
            "Measure-DisconnectCause {0}",
            "Measure-DisconnectCause {0} -By Device",
            "Measure-DisconnectCause {0} -By Hub",
            "Measure-DisconnectCause {0} -By Hour -TokenLifetime 20m",
        };

    [Theory]
    [MemberData(nameof(Questions))]
    public void By_resource_and_by_workspace_and_from_files(string question)
    {
        var files = Ask(question, "$logs");

        Assert.NotEmpty(files);
        Assert.Equal(
            files,
            Ask(question, question.Contains("Measure") ? "-WorkspaceId $workspace" : "-ResourceId $hubs")
        );
        Assert.True(cloud.Azure.PeakConcurrentQueries <= 5);
    }

    [Fact]
    public void A_hub_is_found_by_its_name_alone()
    {
        var name = cloud.Azure.Estate.Hubs[0].Id.Name;

        Assert.Equal(
            Ask("Measure-DisconnectCause {0}", $"-ResourceId {HubIds[0]}"),
            Ask("Measure-DisconnectCause {0}", $"-HubName {name}")
        );
    }

    [Fact]
    public void A_device_alone_has_the_evidence_of_all()
    {
        var device = _session
            .Run("Get-DeviceDisconnect $logs")
            .As<DeviceDisconnect>()
            .GroupBy(d => d.DeviceId)
            .MaxBy(g => g.Count())!
            .Key;
        _session.Run("$null", ("device", device)).Clean();

        Assert.Equal(
            Ask("Get-DeviceDisconnect {0} -DeviceId $device | Resolve-DisconnectCause", "$logs"),
            Ask("Get-DeviceDisconnect {0} -DeviceId $device | Resolve-DisconnectCause", "-WorkspaceId $workspace")
        );
    }

    [Fact]
    public void Hubs_come_by_pipeline_as_Az_and_the_CLI_give_them()
    {
        _session
            .Run(
                "$az = $hubs | ForEach-Object { [pscustomobject]@{ Id = $_; Name = ($_ -split '/')[-1]; "
                    + "Type = 'Microsoft.Devices/IotHubs'; Resourcegroup = ($_ -split '/')[4]; Subscriptionid = "
                    + "($_ -split '/')[2] } }; "
                    + "$resources = $hubs | ForEach-Object { [pscustomobject]@{ ResourceId = $_; Id = $_; "
                    + "Name = ($_ -split '/')[-1]; ResourceGroupName = ($_ -split '/')[4]; SubscriptionId = "
                    + "($_ -split '/')[2] } }",
                ("hubs", HubIds)
            )
            .Clean();
        var files = Ask("Get-DeviceDisconnect {0}", "$logs");

        Assert.Equal(files, Figures.Of(Run("$az | Get-DeviceDisconnect @period")));
        Assert.Equal(files, Figures.Of(Run("$resources | Get-DeviceDisconnect @period")));
        Assert.Equal(files, Figures.Of(Run("Get-DeviceDisconnect -InputObject $az @period")));
        Assert.Equal(
            Ask("Measure-DisconnectCause {0}", "$logs"),
            Figures.Of(Run("$az | Measure-DisconnectCause @period"))
        );
        Assert.Equal(
            Ask("Measure-DisconnectCause {0}", "$logs"),
            Figures.Of(Run("$resources | Measure-DisconnectCause @period"))
        );
    }

    public void Dispose() => _session.Dispose();

    private string[] HubIds => [.. cloud.Azure.Estate.Hubs.Select(h => h.Id.ToString())];

    private string[] Ask(string question, string source) =>
        Figures.Of(
            Run(question.Replace("{0}", source == "$logs" ? source : $"{source} @period", StringComparison.Ordinal))
        );

    private IReadOnlyList<System.Management.Automation.PSObject> Run(string script) =>
        _session
            .Run($"$period = @{{ StartTime = '2020-01-01Z'; EndTime = '2030-01-01Z' }}; {script}", ("hubs", HubIds))
            .Clean()
            .Output;
}
