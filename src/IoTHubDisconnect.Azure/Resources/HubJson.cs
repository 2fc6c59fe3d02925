using System.Text.Json;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads a hub as its resource provider describes it.</summary>
internal static class HubJson
{
    public static HubSettings Read(JsonElement hub, string resourceId)
    {
        var properties = hub.Member("properties");
        var sku = hub.Member("sku");
        var rules = properties.Member("networkRuleSets");
        return new HubSettings(hub.Text("id") ?? resourceId)
        {
            Tier = sku.Text("name"),
            Units = (int?)sku.Number("capacity"),
            State = properties.Text("state"),
            HostName = properties.Text("hostName"),
            DeviceHostName = Filled(properties.Text("deviceHostName")),
            ServiceHostName = Filled(properties.Text("serviceHostName")),
            GatewayVersion = properties.Member("iotHubDetails").Text("gatewayVersion"),
            Location = hub.Text("location"),
            Locations = new([.. properties.Items("locations").Select(ReadLocation)]),
            IsPublic = !Is(properties.Text("publicNetworkAccess"), "Disabled"),
            IpFilterRules = new([.. properties.Items("ipFilterRules").Select(ReadRule)]),
            NetworkRules = new([.. rules.Items("ipRules").Select(ReadRule)]),
            DeniesByDefault = Is(rules.Text("defaultAction"), "Deny"),
            DisableLocalAuth = properties.Flag("disableLocalAuth"),
            DisableDeviceSas = properties.Flag("disableDeviceSAS"),
            DisableModuleSas = properties.Flag("disableModuleSAS"),
            MinTlsVersion = properties.Text("minTlsVersion"),
        };
    }

    private static HubLocation ReadLocation(JsonElement location) =>
        new(location.Text("location") ?? "", Is(location.Text("role"), "primary"));

    private static HubAddressRule ReadRule(JsonElement rule) =>
        new(
            rule.Text("filterName") ?? "",
            Is(rule.Text("action"), "Accept") || Is(rule.Text("action"), "Allow"),
            rule.Text("ipMask") ?? ""
        );

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool Is(string? text, string wanted) =>
        string.Equals(text, wanted, StringComparison.OrdinalIgnoreCase);
}
