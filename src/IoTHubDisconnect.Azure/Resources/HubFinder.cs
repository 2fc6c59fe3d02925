using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Sources.Queries;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Finds hubs by name, group and subscription, as far as these are known, with one query for all.</summary>
internal sealed class HubFinder(ResourceGraph graph)
{
    private const string Subscriptions = "resourcecontainers | where type =~ \"microsoft.resources/subscriptions\"";

    public async Task<HubsInSight> FindAsync(HubSearch search, AzureCall call)
    {
        var isById = search.Subscriptions.All(s => Guid.TryParse(s, out _));
        var hubs = new List<HubSettings>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
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
                else if (row.Text("name") is { } name)
                    seen.Add(name);
                seen.Add(hub.ResourceId.Split('/').ElementAtOrDefault(2) ?? "");
            }
        }
        catch (AzureException exception) when (exception.Kind == AzureErrorKind.AccessDenied)
        {
            if (search.Subscriptions.Count == 0)
                throw Unseen(
                    "The identity sees no subscription, so that no hub can be found by its name alone.",
                    search.ToString(),
                    exception
                );
            return new HubsInSight([], [.. search.Subscriptions.Select(s => Unseen(s, exception))]);
        }

        call.Verbose($"Azure Resource Graph tells of {hubs.Count} hub(s) in {search}.");
        return new HubsInSight(hubs, [.. search.Subscriptions.Where(s => !seen.Contains(s)).Select(s => Unseen(s))]);
    }

    private static AzureException Unseen(string subscription, AzureException? refusal = null) =>
        Unseen($"The identity sees no subscription {subscription}.", subscription, refusal);

    private static AzureException Unseen(string message, string target, AzureException? refusal) =>
        new(AzureErrorKind.SubscriptionNotFound, message, refusal)
        {
            Target = target,
            ServiceCode = refusal?.ServiceCode,
            RequestId = refusal?.RequestId,
        };

    private static string QueryFor(HubSearch search, bool isById)
    {
        var query = new List<string> { "resources", "| where type =~ \"microsoft.devices/iothubs\"" };
        if (search.Names.Count > 0)
            query.Add($"| where name in~ ({Kql.Texts(search.Names)})");
        if (search.ResourceGroup is { } group)
            query.Add($"| where resourceGroup =~ {Kql.Text(group)}");
        var given = Kql.Texts(search.Subscriptions);
        if (!isById)
        {
            query.Add(
                $"| join kind=leftouter ({Subscriptions}"
                    + " | project subscriptionId, subscriptionName = name) on subscriptionId"
            );
            query.Add($"| where subscriptionName in~ ({given}) or subscriptionId in~ ({given})");
        }

        query.Add("| project id, name, location, sku, properties");
        // With the hubs come the subscriptions that the identity sees of those that it is to see.
        if (search.Subscriptions.Count > 0)
            query.Add(
                $"| union ({Subscriptions} | where name in~ ({given}) or subscriptionId in~ ({given})"
                    + " | project id, name)"
            );
        query.Add("| order by id asc");
        return string.Join('\n', query);
    }
}
