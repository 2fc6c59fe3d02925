namespace IoTHubDisconnect;

/// <summary>The causes that are told apart.</summary>
public enum CauseName
{
    /// <summary>The evidence fits no cause better than another.</summary>
    Unknown,

    /// <summary>The hub closed the connection because its SAS token had expired.</summary>
    SasTokenExpired,

    /// <summary>The client closed the connection in order to reconnect with a new SAS token.</summary>
    SasTokenRenewed,

    /// <summary>The client closed the connection in an orderly way, for reasons of its own.</summary>
    ClientClosed,

    /// <summary>The network between device and hub was lost for longer than the keep-alive allows.</summary>
    NetworkLost,

    /// <summary>The TCP connection was reset and the device came straight back.</summary>
    ConnectionReset,

    /// <summary>The device or its application ended and started again.</summary>
    DeviceRestarted,

    /// <summary>A quiet connection was cut at a constant age, by a middlebox or by the hub's keep-alive cap.</summary>
    IdleTimeout,

    /// <summary>Two clients connect with one identity and throw each other off.</summary>
    DuplicateIdentity,

    /// <summary>The hub refused the credentials.</summary>
    Unauthorized,

    /// <summary>The device identity is disabled.</summary>
    DeviceDisabled,

    /// <summary>The device or module identity does not exist.</summary>
    DeviceNotFound,

    /// <summary>The hub dropped or refused the device for exceeding a rate limit.</summary>
    Throttled,

    /// <summary>The hub's daily message quota was used up.</summary>
    QuotaExceeded,

    /// <summary>The hub had a transient fault.</summary>
    HubFault,

    /// <summary>The hub moved its connections during a service upgrade.</summary>
    HubMaintenance,

    /// <summary>The hub failed over to its paired region.</summary>
    HubFailover,
}
