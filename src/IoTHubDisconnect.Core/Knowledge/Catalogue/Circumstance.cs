namespace IoTHubDisconnect.Knowledge;

/// <summary>What became of a device, where that calls for another remedy than the cause's own.</summary>
internal enum Circumstance
{
    None,

    /// <summary>A close that is normal by itself came too often, or the device was not back in time.</summary>
    Overdue,

    /// <summary>The hub's trouble passed, and the device no longer tries to come back.</summary>
    Silent,
}
