using IoTHubDisconnect.Causes;

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
    public TroubleArea Area => TroubleAreas.Of(Cause, Scope, isExpected: false);

    public string? Site => Scope == DisconnectScope.Site ? Place : null;

    /// <summary>
    /// Each device has it for itself, but somebody did it to all that have it at once, such as changing their keys.
    /// </summary>
    public bool IsByOneHand => Scope == DisconnectScope.Device && Place is null;

    /// <summary>A device's main trouble.</summary>
    public static Outage Of(DeviceFigures device) => Of(device, device.MainTrouble, device.Scope);

    /// <summary>What keeps a device away, whatever else it needs attention for.</summary>
    public static Outage OfAbsence(DeviceFigures device) => Of(device, device.Absence!.Cause, device.Absence.Scope);

    private static Outage Of(DeviceFigures device, CauseName cause, DisconnectScope scope) =>
        (scope, cause) switch
        {
            (DisconnectScope.Hub, _) => new(scope, device.Hub.HubName, null, cause),
            (DisconnectScope.Site, _) => new(scope, device.Hub.HubName, device.Site, cause),
            (_, CauseName.Unauthorized) => new(scope, device.Hub.HubName, null, cause, device.Authentication),
            (_, CauseName.DeviceDisabled or CauseName.DeviceNotFound) => new(scope, device.Hub.HubName, null, cause),
            _ => new(scope, device.Hub.HubName, device.Name, cause),
        };
}
