using IoTHubDisconnect.Contracts;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Connectivity;

/// <summary>Asks Azure what a hub is called, for tests of the way there, which can do without.</summary>
internal static class HubNames
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <returns>Null where Azure does not tell.</returns>
    public static async Task<HubSettings?> FindAsync(IHubResources resources, string name, AzureCall call)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(call.Cancellation);
        patience.CancelAfter(Patience);
        var own = call with { Cancellation = patience.Token };
        try
        {
            var search = new HubSearch { Names = [name] };
            var found = await resources.FindHubsAsync(search, own).ConfigureAwait(false);
            if (found.Hubs.Count > 0)
                return await resources.GetHubAsync(found.Hubs[0].ResourceId, own).ConfigureAwait(false);
            call.Verbose($"No subscription that may be read has a hub of the name {name}.");
            return null;
        }
        catch (AzureException exception)
        {
            call.Verbose($"Azure does not tell the names of {name}: {exception.Message}");
            return null;
        }
        catch (OperationCanceledException) when (!call.Cancellation.IsCancellationRequested)
        {
            call.Verbose($"Azure did not tell the names of {name} within {Patience.TotalSeconds:0} seconds.");
            return null;
        }
    }
}
