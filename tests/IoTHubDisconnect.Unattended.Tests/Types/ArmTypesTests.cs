using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AzureStandIn;
using AzureStandIn.Hosting;
using AzureStandIn.ResourceManager;
using IoTHubDisconnect.Azure.Tests.Resources;

namespace IoTHubDisconnect.Unattended.Tests.Types;

/// <summary>
/// What is sent to Azure Resource Manager, and what it is taken to answer, is of the types that Azure publishes.
/// </summary>
public sealed partial class ArmTypesTests(HubCloud cloud) : IClassFixture<HubCloud>
{
    /// <summary>Those that are no resources, so that Azure publishes no types of them.</summary>
    private static readonly string[] NoResources =
    [
        "Microsoft.Insights/eventtypes",
        "Microsoft.Insights/metrics",
        "Microsoft.ResourceGraph/resources",
        "Microsoft.ResourceHealth/availabilityStatuses",
    ];

    private static readonly string[] Resources =
    [
        "Microsoft.Devices/IotHubs",
        "Microsoft.Insights/diagnosticSettings",
        "Microsoft.OperationalInsights/workspaces",
        "Microsoft.Storage/storageAccounts",
    ];

    [Fact]
    public void Requests_and_answers_are_of_their_types()
    {
        Ask();

        var all = cloud.Azure.Requests.Where(r => r.Service == AzureService.ResourceManager).ToList();
        var resources = all.Where(r => ResourceTypes.Knows(TypeOf(r))).ToList();
        Assert.Equal(NoResources, TypesOf(all.Except(resources)), StringComparer.OrdinalIgnoreCase);
        Assert.Equal(Resources, TypesOf(resources), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(resources.SelectMany(WrongWith).Distinct());
    }

    /// <summary>All that this project asks of Azure Resource Manager.</summary>
    private void Ask()
    {
        using var session = cloud.OpenFresh();
        var hub = cloud.Hub;
        var account = hub.Id with { Type = StorageAccount.Type, Name = "contosologs" };
        cloud.Azure.Estate.Add(new StorageAccount(account, new Uri("https://contosologs.blob.core.windows.net/")));
        (hub.GatewayVersion, hub.DeviceHostName, hub.ServiceHostName, hub.RejectedAddresses, hub.MinTlsVersion) = (
            "V2",
            "contoso-eu.device.example",
            "contoso-eu.service.example",
            ["203.0.113.0/24"],
            "1.2"
        );
        session
            .Run(
                "Enable-DisconnectLogging $hub -StorageAccountId $account -Confirm:$false; Test-DisconnectLogging "
                    + "-HubName *; Get-DeviceDisconnect -ResourceId $hub -Last 6h | Resolve-DisconnectCause; "
                    + "Get-DeviceDisconnect -ResourceId $place -Last 6h",
                ("account", $"{account}"),
                ("place", $"{cloud.Azure.Estate.Workspaces[0].Id}")
            )
            .Clean();
        (hub.DeviceHostName, hub.ServiceHostName, hub.RejectedAddresses, hub.MinTlsVersion) = (null, null, [], null);
    }

    private static IEnumerable<string> WrongWith(RecordedRequest request)
    {
        var (type, version) = (TypeOf(request), Version().Match(request.QueryString).Groups[1].Value);
        if (request.Body is { } body)
        {
            var resource = JsonNode.Parse(body)!.AsObject();
            // The name of what is made stands in the address.
            resource["name"] = request.Path.Split('/')[^1];
            foreach (var wrong in ResourceTypes.Check(type, version, resource))
                yield return $"{request.Method} {type}@{version}: {wrong}";
        }
        var answer = JsonNode.Parse(request.Answer!)!.AsObject();
        foreach (var item in answer["value"]?.AsArray().Select(i => i!.AsObject()) ?? [answer])
        {
            foreach (var wrong in ResourceTypes.CheckAnswer(type, version, item["properties"]!.AsObject()))
                yield return $"answer of {type}@{version}: {wrong}";
        }
    }

    private static IEnumerable<string> TypesOf(IEnumerable<RecordedRequest> requests) =>
        requests.Select(TypeOf).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);

    /// <summary>The innermost type in a path. Logs write ids in upper case.</summary>
    private static string TypeOf(RecordedRequest request) =>
        string.Join('/', Providers().Split(request.Path)[^1].Split('/').Take(2));

    [GeneratedRegex("/providers/", RegexOptions.IgnoreCase)]
    private static partial Regex Providers();

    [GeneratedRegex("api-version=([0-9a-z-]+)")]
    private static partial Regex Version();
}
