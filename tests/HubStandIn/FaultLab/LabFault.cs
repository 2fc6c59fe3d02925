namespace HubStandIn.FaultLab;

/// <summary>What a run of the lab does to a device.</summary>
public enum LabFault
{
    /// <summary>Nothing: the hub closes an expired token's session.</summary>
    TokenExpired,

    /// <summary>Nothing: the client renews its token.</summary>
    TokenRenewed,

    /// <summary>The path resets the connection.</summary>
    Reset,

    /// <summary>The power fails: silence, until it is back.</summary>
    PowerLost,

    /// <summary>The application dies and is started again.</summary>
    Crash,

    /// <summary>A second device has the same identity.</summary>
    Duplicate,

    /// <summary>The identity is disabled for a while.</summary>
    Disabled,

    /// <summary>The identity is deleted.</summary>
    Deleted,

    /// <summary>The key is changed under the device.</summary>
    WrongKey,

    /// <summary>The day's messages are used up.</summary>
    Quota,

    /// <summary>The hub fails.</summary>
    HubFault,

    /// <summary>The hub is upgraded.</summary>
    HubUpgrade,
}
