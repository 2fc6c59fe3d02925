using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Contracts;

/// <summary>Finds the one hub that a name means.</summary>
internal static class HubLookup
{
    /// <summary>
    /// The hub's ARM resource id. Azure is asked only where the subscription or the resource group is not known.
    /// </summary>
    /// <exception cref="AzureException">There is no such hub that the identity sees.</exception>
    public static async Task<string> FindAsync(IHubResources resources, HubName name, AzureCall call)
    {
        if (name.ResourceId is { } known)
            return known;
        var found = await resources.FindHubsAsync(HubSearch.For(name), call).ConfigureAwait(false);
        if (found.Hubs.Count > 0)
            return found.Hubs[0].ResourceId;
        throw found.Unseen is [var unseen, ..]
            ? unseen
            : new AzureException(AzureErrorKind.ResourceNotFound, $"There is no {name}.") { Target = name.Name };
    }
}
