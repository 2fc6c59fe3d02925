namespace IoTHubDisconnect.Reports;

/// <summary>What devices have in common whose trouble is one trouble: its place and its cause.</summary>
/// <param name="Scope">How far it reaches.</param>
/// <param name="HubName">The hub.</param>
/// <param name="Place">
/// The masked address of the site where it is the site's, the device where it is its own; else null.
/// </param>
/// <param name="Cause">The main trouble.</param>
/// <param name="Authentication">How the hub knows the devices, where that is what failed; else null.</param>
internal readonly record struct Outage(
    DisconnectScope Scope,
    string HubName,
    string? Place,
    CauseName Cause,
    string? Authentication = null
)
{
    public string? Site => Scope == DisconnectScope.Site ? Place : null;

    /// <summary>
    /// Each device has it for itself, but somebody did it to all that have it at once, such as changing their keys.
    /// </summary>
    public bool IsByOneHand => Scope == DisconnectScope.Device && Place is null;

    public static Outage Of(DeviceFigures device) =>
        device.Scope switch
        {
            DisconnectScope.Hub => new(DisconnectScope.Hub, device.Hub.HubName, null, device.MainTrouble),
            DisconnectScope.Site => new(DisconnectScope.Site, device.Hub.HubName, device.Site, device.MainTrouble),
            _ => OfDevice(device),
        };

    private static Outage OfDevice(DeviceFigures device) =>
        device.MainTrouble switch
        {
            CauseName.Unauthorized => new(
                DisconnectScope.Device,
                device.Hub.HubName,
                null,
                CauseName.Unauthorized,
                device.Authentication
            ),
            CauseName.DeviceDisabled or CauseName.DeviceNotFound => new(
                DisconnectScope.Device,
                device.Hub.HubName,
                null,
                device.MainTrouble
            ),
            var other => new(DisconnectScope.Device, device.Hub.HubName, device.Name, other),
        };
}
