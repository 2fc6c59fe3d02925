namespace IoTHubDisconnect.Causes;

/// <summary>What the log's rows say at first sight; each has causes and aspects of its own.</summary>
internal enum Situation : byte
{
    /// <summary>
    /// The session was cut from afar, and the code says no more than that, or that its token was no good.
    /// </summary>
    Cut,

    /// <summary>The client closed in an orderly way.</summary>
    Orderly,

    /// <summary>Another connection of the same identity took the session over.</summary>
    Takeover,

    /// <summary>The hub names its reason, or refuses.</summary>
    Named,
}
