namespace IoTHubDisconnect;

/// <summary>
/// How a device that needs attention, or may, is at the end of the log, or of the time reported where that is sooner.
/// </summary>
public enum AttentionState
{
    /// <summary>It went, was not expected to, and has been away for longer than half an hour.</summary>
    Away,

    /// <summary>It went a short while ago, and may be on its way back.</summary>
    MayReturn,

    /// <summary>It is there, but had trouble that somebody should look at.</summary>
    Troubled,

    /// <summary>It is away in a time that was planned, or had no trouble but in such times.</summary>
    Planned,
}
