namespace IoTHubDisconnect;

/// <summary>How a device came to be without a connection.</summary>
public enum DisconnectKind
{
    /// <summary>A session ended.</summary>
    Closed,

    /// <summary>A run of connection attempts that the hub refused.</summary>
    Refused,
}
