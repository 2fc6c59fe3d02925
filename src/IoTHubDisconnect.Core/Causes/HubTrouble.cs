using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes;

/// <summary>The hub's own trouble, which passes: the devices come back by themselves once it is over.</summary>
internal static class HubTrouble
{
    public static bool Includes(CauseName cause) =>
        cause is CauseName.HubFault or CauseName.HubMaintenance or CauseName.HubFailover or CauseName.QuotaExceeded;

    /// <summary>
    /// The device is away, and its tries ended long before the log did: nobody but itself keeps it away any more.
    /// </summary>
    public static bool IsOutlastedBySilence(CauseName cause, DeviceProfile device, int index, HubActivity hub) =>
        Includes(cause)
        && device.AwaySince(index, hub) != 0
        && hub.LastRow.UtcTicks - device.Records[^1].LastRowAt > NormalOperation.Silence;
}
