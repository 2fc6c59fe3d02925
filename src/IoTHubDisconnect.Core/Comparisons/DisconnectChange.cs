namespace IoTHubDisconnect;

/// <summary>What became of a cause from the reference to the difference.</summary>
public enum DisconnectChange
{
    /// <summary>As many, for the time and the devices.</summary>
    Same,

    /// <summary>There was none.</summary>
    New,

    /// <summary>More, for the time and the devices.</summary>
    Worse,

    /// <summary>Fewer, for the time and the devices.</summary>
    Better,

    /// <summary>There is none left, and no device is still away by it.</summary>
    Gone,

    /// <summary>Fewer only because devices that it took are still away, and who is away disconnects no more.</summary>
    Lasting,
}
