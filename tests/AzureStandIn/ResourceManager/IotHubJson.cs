namespace AzureStandIn.ResourceManager;

/// <summary>A hub as Azure Resource Manager shows it.</summary>
internal static class IotHubJson
{
    /// <summary>The first version that tells of the gateway and its names.</summary>
    public const string NewestVersion = "2026-11-01";

    public static object Of(IotHub hub, string version) =>
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
            sku = Sku(hub),
            identity = new { type = "None" },
            properties = Properties(hub, version),
        };

    public static object Sku(IotHub hub) =>
        new
        {
            name = hub.Sku,
            tier = Tier(hub.Sku),
            capacity = hub.Units,
        };

    public static Dictionary<string, object> Properties(IotHub hub, string version)
    {
        var properties = new Dictionary<string, object>
        {
            ["locations"] = Locations(hub),
            ["state"] = hub.State,
            ["provisioningState"] = "Succeeded",
            ["hostName"] = hub.HostName ?? $"{hub.Id.Name.ToLowerInvariant()}.azure-devices.net",
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
        if (hub.MinTlsVersion is { } tls)
            properties["minTlsVersion"] = tls;
        if (version != NewestVersion)
            return properties;
        properties["iotHubDetails"] = new { gatewayVersion = hub.GatewayVersion };
        if (hub.DeviceHostName is { } device)
            properties["deviceHostName"] = device;
        if (hub.ServiceHostName is { } service)
            properties["serviceHostName"] = service;
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
