namespace IoTHubDisconnect;

/// <summary>What disconnects are summed up by.</summary>
public enum DisconnectGrouping
{
    /// <summary>The cause.</summary>
    Cause,

    /// <summary>The device or module.</summary>
    Device,

    /// <summary>The hub.</summary>
    Hub,

    /// <summary>The address, as masked in the log, that devices share.</summary>
    Site,

    /// <summary>The device SDK and its version.</summary>
    Sdk,

    /// <summary>The hour, UTC.</summary>
    Hour,

    /// <summary>Whose side it is on: the devices', the sites', that of credentials, or the hub's.</summary>
    Area,
}
