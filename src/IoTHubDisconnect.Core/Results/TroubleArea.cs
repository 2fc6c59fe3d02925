namespace IoTHubDisconnect;

/// <summary>Whose side a disconnect is on: the first question where something is down.</summary>
public enum TroubleArea
{
    /// <summary>One device, or the network that it alone has.</summary>
    Device,

    /// <summary>The network that the devices behind one address share.</summary>
    Site,

    /// <summary>
    /// Keys, tokens and identities: what a device proves itself with, and what the registry has of it.
    /// </summary>
    Credentials,

    /// <summary>The hub: faults, upgrades and failovers, quotas and rate limits.</summary>
    Hub,

    /// <summary>Normal operation: nobody has to do anything.</summary>
    Expected,
}
