namespace AzureStandIn.ResourceManager;

/// <summary>A hub as Azure Resource Manager shows it.</summary>
internal static class IotHubJson
{
    public static object Of(IotHub hub) =>
        new
        {
            id = hub.Id.ToString(),
            name = hub.Id.Name,
            type = IotHub.Type,
            location = hub.Location,
            tags = new { },
            subscriptionid = hub.Id.SubscriptionId,
            resourcegroup = hub.Id.ResourceGroup,
            etag = "AAAADGk0Zoo=",
            sku = new
            {
                name = hub.Sku,
                tier = Tier(hub.Sku),
                capacity = hub.Units,
            },
            identity = new { type = "None" },
            properties = Properties(hub),
        };

    private static Dictionary<string, object> Properties(IotHub hub)
    {
        var properties = new Dictionary<string, object>
        {
            ["locations"] = Locations(hub),
            ["state"] = hub.State,
            ["provisioningState"] = "Succeeded",
            ["hostName"] = $"{hub.Id.Name.ToLowerInvariant()}.azure-devices.net",
            ["ipFilterRules"] = hub.RejectedAddresses.Select(
                (mask, index) =>
                    new
                    {
                        filterName = $"reject-{index}",
                        action = "Reject",
                        ipMask = mask,
                    }
            ),
            ["publicNetworkAccess"] = hub.PublicNetworkAccess,
            ["disableLocalAuth"] = hub.DisableLocalAuth,
            ["disableDeviceSAS"] = hub.DisableDeviceSas,
            ["disableModuleSAS"] = hub.DisableDeviceSas,
            ["features"] = "None",
            ["enableDataResidency"] = false,
        };
        if (hub.MinTlsVersion is { } version)
            properties["minTlsVersion"] = version;
        return properties;
    }

    private static object[] Locations(IotHub hub)
    {
        var (primary, secondary) = hub.FailedOver
            ? (hub.SecondaryLocation, hub.Location)
            : (hub.Location, hub.SecondaryLocation);
        return [new { location = primary, role = "primary" }, new { location = secondary, role = "secondary" }];
    }

    private static string Tier(string sku) =>
        sku[0] switch
        {
            'F' => "Free",
            'B' => "Basic",
            _ => "Standard",
        };
}
