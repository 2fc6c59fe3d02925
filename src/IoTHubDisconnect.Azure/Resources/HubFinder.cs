using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Finds hubs by name, group and subscription, as far as these are known, with one query for all.</summary>
internal sealed class HubFinder(ResourceGraph graph)
{
    public async Task<IReadOnlyList<HubSettings>> FindAsync(HubSearch search, AzureCall call)
    {
        var isById = search.Subscriptions.All(s => Guid.TryParse(s, out _));
        var hubs = new List<HubSettings>();
        try
        {
            await foreach (
                var row in graph
                    .QueryAsync(QueryFor(search, isById), isById ? search.Subscriptions : [], call)
                    .ConfigureAwait(false)
            )
            {
                var hub = HubJson.Read(row, "");
                if (HubResourceId.TryParse(hub.ResourceId, out _))
                    hubs.Add(hub);
            }
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.AccessDenied)
        {
            throw new AzureException(
                AzureErrorKind.AccessDenied,
                search.Subscriptions.Count == 0
                    ? "The identity sees no subscription, so that no hub can be found by its name alone. Give the "
                        + "hub's -ResourceId, or give the identity the role Reader."
                    : $"The identity sees no subscription {string.Join(", ", search.Subscriptions)}.",
                exception
            )
            {
                Target = search.ToString(),
                ServiceCode = exception.ServiceCode,
                RequestId = exception.RequestId,
            };
        }

        call.Verbose($"Azure Resource Graph tells of {hubs.Count} hub(s) in {search}.");
        return hubs;
    }

    private static string QueryFor(HubSearch search, bool isById)
    {
        var query = new List<string> { "resources", "| where type =~ \"microsoft.devices/iothubs\"" };
        if (search.Names.Count > 0)
            query.Add($"| where name in~ ({Kql.Texts(search.Names)})");
        if (search.ResourceGroup is { } group)
            query.Add($"| where resourceGroup =~ {Kql.Text(group)}");
        if (!isById)
        {
            var subscriptions = Kql.Texts(search.Subscriptions);
            query.Add(
                "| join kind=leftouter (resourcecontainers | where type =~ \"microsoft.resources/subscriptions\""
                    + " | project subscriptionId, subscriptionName = name) on subscriptionId"
            );
            query.Add($"| where subscriptionName in~ ({subscriptions}) or subscriptionId in~ ({subscriptions})");
        }

        query.Add("| project id, name, location, sku, properties");
        query.Add("| order by id asc");
        return string.Join('\n', query);
    }
}
