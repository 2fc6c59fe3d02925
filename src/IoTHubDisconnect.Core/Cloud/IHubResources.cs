using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Cloud;

/// <summary>What Azure Resource Manager knows of hubs. Whatever fails throws <see cref="AzureException"/>.</summary>
internal interface IHubResources
{
    /// <summary>Finds hubs by what is known of them; none where there are none. Subscriptions that the identity may not read are left out.</summary>
    Task<IReadOnlyList<HubSettings>> FindHubsAsync(HubName name, AzureCall call);

    /// <summary>The hub's settings.</summary>
    Task<HubSettings> GetHubAsync(string resourceId, AzureCall call);
}
