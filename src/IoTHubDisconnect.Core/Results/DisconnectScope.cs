namespace IoTHubDisconnect;

/// <summary>How far the cause reaches.</summary>
public enum DisconnectScope
{
    /// <summary>One device.</summary>
    Device,

    /// <summary>The devices behind one address, as the log's masked IP address tells them apart.</summary>
    Site,

    /// <summary>The hub, with whatever is connected to it.</summary>
    Hub,
}
