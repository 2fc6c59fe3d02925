namespace IoTHubDisconnect.Reports;

/// <summary>What devices have in common whose trouble is one trouble: its place and its cause.</summary>
/// <param name="HubName">The hub.</param>
/// <param name="Site">The masked address of the site, where it is the site's; else null.</param>
/// <param name="Device">The device, where it is its own; else null.</param>
/// <param name="Cause">The main trouble.</param>
internal readonly record struct Outage(string HubName, string? Site, string? Device, CauseName Cause)
{
    public static Outage Of(DeviceFigures device) =>
        device.Scope switch
        {
            DisconnectScope.Hub => new(device.Hub.HubName, null, null, device.MainTrouble),
            DisconnectScope.Site => new(device.Hub.HubName, device.Site, null, device.MainTrouble),
            _ => new(device.Hub.HubName, null, device.Name, device.MainTrouble),
        };
}
