using AzureStandIn;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Azure.Tests.Logs;

/// <summary>All the hubs that somebody has, in one command and with one question to Azure.</summary>
[Collection(nameof(FleetCloud))]
public sealed class AllHubsTests : IDisposable
{
    private const string Second = "8e2f1b7a-6c34-4d0e-9a51-2b7f0c9d4e63";

    private readonly FleetCloud _cloud;
    private readonly Session _session;
    private readonly IotHub _other;
    private readonly string[] _files;

    public AllHubsTests(FleetCloud cloud)
    {
        _cloud = cloud;
        _session = cloud.SignIn();
        _other = cloud.Azure.Estate.AddHub(
            cloud.Azure.Estate.Hubs[0].Id with
            {
                SubscriptionId = Second,
                Name = "quiet",
            }
        );
        cloud.Azure.Estate.SubscriptionNames[Second] = "Plant \"B\" 'x' | take 0";
        cloud.Azure.Estate.SubscriptionNames[cloud.Azure.Estate.Hubs[0].Id.SubscriptionId] = "Production";
        _session
            .Run(
                "$period = @{ StartTime = '2020-01-01Z'; EndTime = '2030-01-01Z' }",
                ("hubs", HubIds),
                ("workspaceId", cloud.Azure.Estate.Workspaces[0].Id.ToString()),
                ("plant", cloud.Azure.Estate.SubscriptionNames[Second]),
                ("id", cloud.Azure.Estate.Hubs[0].Id.SubscriptionId)
            )
            .Clean();
        _files = Figures.Of(_session.Run("Measure-DisconnectCause $logs").Clean().Output);
        cloud.Azure.ForgetRequests();
    }

    public void Dispose()
    {
        _session.Dispose();
        _cloud.Azure.Estate.Remove(_other);
        _cloud.Azure.Estate.SubscriptionNames.Clear();
        _cloud.Azure.Estate.Pages.Size = int.MaxValue;
    }

    [Theory]
    [InlineData("-HubName *")]
    [InlineData("-HubName $names")]
    [InlineData("-HubName ($names | ForEach-Object { $_.Substring(0, 4).ToUpper() + '*' })")]
    [InlineData("-HubName * -SubscriptionId $id")]
    [InlineData("-HubName * -Subscription production")]
    [InlineData("-HubName * -Subscription $plant, Production")]
    public void Come_by_names_and_subscriptions_through_one_query(string hubs)
    {
        var names = _cloud.Azure.Estate.Hubs.Where(h => h != _other).Select(h => h.Id.Name).ToArray();

        var found = _session.Run($"Measure-DisconnectCause {hubs} @period", ("names", names));

        Assert.Null(found.Thrown);
        Assert.Empty(found.Errors);
        Assert.Equal(_files, Figures.Of(found.Output));
        Assert.Single(_cloud.Azure.Requests, r => r.Path.EndsWith("ResourceGraph/resources", StringComparison.Ordinal));
        Assert.DoesNotContain(
            _cloud.Azure.Requests,
            r => r.Service == AzureService.ResourceManager && r.Path.EndsWith("/IotHubs", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Come_page_by_page()
    {
        _cloud.Azure.Estate.Pages.Size = 1;

        Assert.Equal(_files, Figures.Of(_session.Run("Measure-DisconnectCause -HubName * @period").Output));
        Assert.Equal(
            _cloud.Azure.Estate.Hubs.Count,
            _cloud.Azure.Requests.Count(r => r.Path.EndsWith("ResourceGraph/resources", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("-HubName *", true)]
    [InlineData("-HubName $others", false)]
    public void One_without_rows_is_named(string hubs, bool isNamed)
    {
        var others = _cloud.Azure.Estate.Hubs.Where(h => h != _other).Select(h => h.Id.Name).ToArray();

        var warnings = _session.Run($"Measure-DisconnectCause {hubs} @period", ("others", others)).Warnings;

        if (!isNamed)
        {
            Assert.Empty(warnings);
            return;
        }
        var warning = Assert.Single(warnings);
        Assert.StartsWith("quiet: no row of the category Connections", warning, StringComparison.Ordinal);
        Assert.Contains("Test-DisconnectLogging", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void One_without_rows_is_asked_for_none()
    {
        Assert.Empty(_session.Run("Get-DeviceDisconnect -ResourceId $quiet @period", ("quiet", $"{_other.Id}")).Output);
        Assert.DoesNotContain(
            _cloud.Azure.Requests,
            r => r.Query?.Contains("make_list", StringComparison.Ordinal) == true
        );
    }

    [Theory]
    [InlineData("Measure-DisconnectCause @period")]
    [InlineData("Get-ConnectedDeviceCount")]
    [InlineData("Test-DisconnectLogging")]
    public void One_that_is_not_there_is_an_error_and_leaves_the_others(string cmdlet)
    {
        var outcome = _session.Run($"{cmdlet} -HubName nowhere, nothing*, {_cloud.Azure.Estate.Hubs[0].Id.Name}");

        Assert.Equal(["nowhere", "nothing*"], outcome.Errors.Select(e => e.TargetObject).Cast<string>());
        Assert.All(outcome.Errors, e => Assert.StartsWith("ResourceNotFound,", e.FullyQualifiedErrorId));
        Assert.NotEmpty(outcome.Output);
    }

    [Theory]
    [InlineData("-HubName *", "no hub can be found by its name alone")]
    [InlineData("-HubName * -SubscriptionId 00000000-0000-4000-8000-000000000001", "sees no subscription 00000000")]
    [InlineData("-HubName quiet -SubscriptionId 00000000-0000-4000-8000-000000000001", "sees no subscription 00000000")]
    [InlineData("-HubName * -Subscription Typo", "sees no subscription Typo.")]
    [InlineData("-HubName quiet -Subscription Typo", "sees no subscription Typo.")]
    public void Who_sees_no_subscription_is_told_so(string hubs, string words)
    {
        if (hubs == "-HubName *")
            _cloud.Azure.Permissions.Revoke(Permissions.ReadHub);

        var error = _session.Run($"Measure-DisconnectCause {hubs} @period").TheError;

        Assert.StartsWith("SubscriptionNotFound,", error.FullyQualifiedErrorId);
        Assert.Contains(words, error.ErrorDetails.Message, StringComparison.Ordinal);
        Assert.Contains("the role Reader on the hubs", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("Storage Blob", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Subscription Production, Typo", "Typo")]
    [InlineData("-Subscription $id, Typo", "Typo")]
    [InlineData("-SubscriptionId $id, 00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000001")]
    public void A_subscription_that_is_not_seen_is_an_error_and_leaves_the_others(string hubs, string target)
    {
        foreach (var cmdlet in new[] { "Measure-DisconnectCause @period", "Test-DisconnectLogging" })
        {
            _cloud.Azure.ForgetRequests();

            var outcome = _session.Run($"{cmdlet} -HubName *, nowhere {hubs}");

            Assert.Equal([target, "nowhere"], outcome.Errors.Select(e => e.TargetObject).Cast<string>());
            Assert.StartsWith("SubscriptionNotFound,", outcome.Errors[0].FullyQualifiedErrorId);
            Assert.DoesNotContain(target, outcome.Errors[1].ErrorDetails.Message, StringComparison.Ordinal);
            Assert.NotEmpty(outcome.Output);
            Assert.Single(_cloud.Azure.Requests, r => r.Path.EndsWith("Graph/resources", StringComparison.Ordinal));
        }
    }

    /// <summary>Shapes are those of Az 14 and Azure CLI 2.</summary>
    [Theory]
    [InlineData(
        "Get-AzIotHub",
        "$hubs | ForEach-Object { [pscustomobject]@{ Id = $_; Name = ($_ -split '/')[-1]; Type = "
            + "'Microsoft.Devices/IotHubs'; Location = 'westeurope'; Tags = @{}; Properties = [pscustomobject]@{ "
            + "State = 'Active' }; Sku = $null; Resourcegroup = ($_ -split '/')[4]; Subscriptionid = "
            + "($_ -split '/')[2]; Etag = 'AAAADGk0Zoo=' } }"
    )]
    [InlineData(
        "Search-AzGraph",
        "$hubs | ForEach-Object { [pscustomobject]@{ id = $_; name = ($_ -split '/')[-1]; type = "
            + "'microsoft.devices/iothubs'; tenantId = ''; kind = ''; location = 'westeurope'; resourceGroup = "
            + "($_ -split '/')[4].ToLower(); subscriptionId = ($_ -split '/')[2]; properties = @{}; ResourceId = $_ } }"
    )]
    [InlineData(
        "az iot hub list -o json",
        "(ConvertTo-Json @($hubs | ForEach-Object { @{ id = $_; name = ($_ -split '/')[-1]; type = "
            + "'Microsoft.Devices/IotHubs'; resourcegroup = ($_ -split '/')[4]; subscriptionid = "
            + "($_ -split '/')[2]; properties = @{ hostName = 'x' }; sku = @{ name = 'S1' } } }) -Depth 5) | "
            + "ConvertFrom-Json"
    )]
    [InlineData(
        "Get-AzOperationalInsightsWorkspace",
        "[pscustomobject]@{ Name = 'fleet-logs'; ResourceId = $workspaceId; ResourceGroupName = 'rg'; Location = "
            + "'westeurope'; Tags = @{}; Sku = 'PerGB2018'; retentionInDays = 30; CustomerId = [guid] $workspace; "
            + "ProvisioningState = 'Succeeded' }"
    )]
    [InlineData(
        "az monitor log-analytics workspace list -o json",
        "ConvertTo-Json @(@{ id = $workspaceId; name = 'fleet-logs'; customerId = \"$workspace\"; type = "
            + "'Microsoft.OperationalInsights/workspaces'; resourceGroup = 'rg'; sku = @{ name = 'pergb2018' } }) | "
            + "ConvertFrom-Json"
    )]
    [InlineData(
        "Search-AzGraph for workspaces",
        "[pscustomobject]@{ id = $workspaceId; name = 'fleet-logs'; type = 'microsoft.operationalinsights/workspaces'; "
            + "resourceGroup = 'rg'; subscriptionId = $id; properties = [pscustomobject]@{ customerId = "
            + "\"$workspace\" }; ResourceId = $workspaceId }"
    )]
    [InlineData("Select-Object CustomerId", "[pscustomobject]@{ CustomerId = $workspace }")]
    public void Come_by_pipeline_as_others_give_them(string source, string objects)
    {
        Assert.NotEmpty(source);
        foreach (var cmdlet in new[] { "Measure-DisconnectCause", "Get-DeviceDisconnect" })
        {
            var expected = Figures.Of(_session.Run($"{cmdlet} $logs").Clean().Output);

            Assert.Equal(expected, Figures.Of(_session.Run($"{objects} | {cmdlet} @period").Clean().Output));
        }
    }

    [Fact]
    public void A_workspace_and_a_hub_are_two_places() =>
        Assert.StartsWith(
            "TwoPlaces,",
            _session
                .Run("Measure-DisconnectCause -WorkspaceId $workspace -ResourceId $hubs[0] @period")
                .TheError.FullyQualifiedErrorId
        );

    [Theory]
    [InlineData("$hubs[0] -replace 'IotHubs', 'ProvisioningServices'", "Get-DeviceDisconnect @period")]
    [InlineData("$workspaceId", "Test-DisconnectLogging")]
    public void What_is_neither_does_not_bind(string id, string cmdlet)
    {
        var error = _session.Run($"[pscustomobject]@{{ Id = ({id}) }} | {cmdlet}").TheError;

        Assert.Equal(
            "ResourceId",
            Assert
                .IsAssignableFrom<System.Management.Automation.ParameterBindingException>(error.Exception)
                .ParameterName
        );
    }

    private string[] HubIds => [.. _cloud.Azure.Estate.Hubs.Where(h => h != _other).Select(h => h.Id.ToString())];
}
