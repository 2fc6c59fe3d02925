namespace IoTHubDisconnect;

/// <summary>How a check went.</summary>
public enum CheckState
{
    /// <summary>All is as it should be.</summary>
    Passed,

    /// <summary>It works, but something about it deserves a look; or it could not be told.</summary>
    Warning,

    /// <summary>This keeps disconnects from being seen.</summary>
    Failed,

    /// <summary>An earlier failure leaves nothing to check.</summary>
    Skipped,
}
