namespace HubStandIn.FaultLab.Processes;

/// <summary>What happens to a process of the lab.</summary>
public enum ProcessFault
{
    /// <summary>Nothing: the SDK renews its token.</summary>
    TokenRenewed,

    /// <summary>Nothing: the application made the token, the SDK cannot renew it, and the hub closes.</summary>
    TokenExpired,

    /// <summary>SIGKILL; something starts it again.</summary>
    Killed,

    /// <summary>SIGSTOP, until the keep-alive has long run out; then SIGCONT.</summary>
    Frozen,

    /// <summary>A proxy on the path resets the connection.</summary>
    Reset,

    /// <summary>A proxy on the path cuts connections that are idle for some minutes.</summary>
    IdleCut,

    /// <summary>A second process has the same identity.</summary>
    Duplicate,

    /// <summary>The key is changed under the device.</summary>
    WrongKey,

    /// <summary>The identity is disabled for a while.</summary>
    Disabled,

    /// <summary>The identity is deleted.</summary>
    Deleted,

    /// <summary>The hub drops everybody and answers 500001 for a while.</summary>
    HubFault,
}
