namespace IoTHubDisconnect;

/// <summary>What kind of trouble an error code tells of, as far as the code alone can tell.</summary>
internal enum ErrorGroup : byte
{
    Other,
    Unauthorized,
    DeviceDisabled,
    DeviceNotFound,
    QuotaExceeded,
    Throttled,
    HubFault,
    HubFailover,
    HubMaintenance,

    /// <summary>A newer connection of the same identity took the place of this one.</summary>
    Takeover,

    /// <summary>The far side went away; the code says no more than that.</summary>
    RemoteClosed,
}
