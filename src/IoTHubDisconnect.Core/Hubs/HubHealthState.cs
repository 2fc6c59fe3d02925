namespace IoTHubDisconnect;

/// <summary>What Resource Health says of a hub.</summary>
public enum HubHealthState
{
    /// <summary>Resource Health had no word of the hub.</summary>
    Unknown,

    /// <summary>No trouble was noticed.</summary>
    Available,

    /// <summary>The hub worked less well than it should.</summary>
    Degraded,

    /// <summary>The hub did not work.</summary>
    Unavailable,
}
