namespace FleetGenerator;

/// <summary>The causes a fleet can have, named as in the module's output contract.</summary>
public enum Cause
{
    /// <summary>The hub closed an expired token's session.</summary>
    SasTokenExpired,

    /// <summary>The client closed in order to renew its token.</summary>
    SasTokenRenewed,

    /// <summary>The client closed in an orderly way.</summary>
    ClientClosed,

    /// <summary>The link was lost for longer than someone waited.</summary>
    NetworkLost,

    /// <summary>The connection was reset and the client came straight back.</summary>
    ConnectionReset,

    /// <summary>The device or its application ended and started again.</summary>
    DeviceRestarted,

    /// <summary>A quiet connection was cut at a constant age.</summary>
    IdleTimeout,

    /// <summary>Two clients share an identity.</summary>
    DuplicateIdentity,

    /// <summary>The credentials were refused.</summary>
    Unauthorized,

    /// <summary>The identity is disabled.</summary>
    DeviceDisabled,

    /// <summary>The identity does not exist.</summary>
    DeviceNotFound,

    /// <summary>A rate limit was exceeded.</summary>
    Throttled,

    /// <summary>The daily quota was used up.</summary>
    QuotaExceeded,

    /// <summary>A transient fault of the hub.</summary>
    HubFault,

    /// <summary>An upgrade of the hub.</summary>
    HubMaintenance,

    /// <summary>A failover of the hub.</summary>
    HubFailover,
}
