using IoTHubDisconnect.Cloud;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Azure.Resources;

/// <inheritdoc/>
internal sealed class HubResources(ArmClient arm) : IHubResources
{
    public const string HubVersion = "2023-06-30";

    private readonly HubFinder _finder = new(arm);

    public Task<IReadOnlyList<HubSettings>> FindHubsAsync(HubName name, AzureCall call) => _finder.FindAsync(name, call);

    public async Task<HubSettings> GetHubAsync(string resourceId, AzureCall call) =>
        HubJson.Read(await arm.GetAsync($"{resourceId}?api-version={HubVersion}", resourceId, call).ConfigureAwait(false), resourceId);
}
