using System.Text.Json;
using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Finds hubs by name, group and subscription, as far as these are known.</summary>
internal sealed class HubFinder(ArmClient arm)
{
    private const int AtOnce = 8;

    public async Task<IReadOnlyList<HubSettings>> FindAsync(HubName name, AzureCall call)
    {
        if (name.SubscriptionId is not null)
            return await ListAsync(name, call).ConfigureAwait(false);

        var subscriptions = await SubscriptionsAsync(call).ConfigureAwait(false);
        call.Verbose($"Looking for {name}: {subscriptions.Count}.");
        var found = new IReadOnlyList<HubSettings>[subscriptions.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = call.Cancellation };
        await Parallel
            .ForAsync(
                0,
                subscriptions.Count,
                options,
                async (i, _) =>
                    found[i] = await TryListAsync(name with { SubscriptionId = subscriptions[i] }, call)
                        .ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return [.. found.SelectMany(hubs => hubs)];
    }

    private async Task<IReadOnlyList<string>> SubscriptionsAsync(AzureCall call)
    {
        var ids = new List<string>();
        await foreach (
            var subscription in arm.ListAsync("subscriptions?api-version=2022-12-01", "The list of subscriptions", call)
                .ConfigureAwait(false)
        )
        {
            if (subscription.Text("subscriptionId") is { } id)
                ids.Add(id);
        }

        return ids.Count > 0
            ? ids
            : throw new AzureException(
                AzureErrorKind.AccessDenied,
                "The identity sees no subscription, so no hub can be found by its name alone. Give the "
                    + "hub's -ResourceId or its -SubscriptionId, or give the identity the role Reader."
            );
    }

    /// <summary>One subscription that cannot be read must not hide the hub of another.</summary>
    private async Task<IReadOnlyList<HubSettings>> TryListAsync(HubName name, AzureCall call)
    {
        try
        {
            return await ListAsync(name, call).ConfigureAwait(false);
        }
        catch (AzureException exception)
            when (exception.Kind
                    is AzureErrorKind.AccessDenied
                        or AzureErrorKind.WrongTenant
                        or AzureErrorKind.ResourceNotFound
            )
        {
            call.Verbose($"Subscription {name.SubscriptionId} is left out: {exception.Message}");
            return [];
        }
    }

    private async Task<IReadOnlyList<HubSettings>> ListAsync(HubName name, AzureCall call)
    {
        var group = name.ResourceGroup is null ? "" : $"/resourceGroups/{Uri.EscapeDataString(name.ResourceGroup)}";
        var path =
            $"subscriptions/{Uri.EscapeDataString(name.SubscriptionId!)}{group}/providers/Microsoft.Devices"
            + $"/IotHubs?api-version={HubResources.HubVersion}";
        var hubs = new List<HubSettings>();
        try
        {
            await foreach (
                var item in arm.ListAsync(path, $"Subscription {name.SubscriptionId}", call).ConfigureAwait(false)
            )
            {
                var hub = HubJson.Read(item, "");
                if (
                    hub.ResourceId.Length > 0
                    && (name.Name is null || hub.HubName.Equals(name.Name, StringComparison.OrdinalIgnoreCase))
                )
                    hubs.Add(hub);
            }
        }
        catch (AzureException exception) when (exception.ServiceCode == "ResourceGroupNotFound")
        {
            call.Verbose(exception.Message);
        }

        return hubs;
    }
}
