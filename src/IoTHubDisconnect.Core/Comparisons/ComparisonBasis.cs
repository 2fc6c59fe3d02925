namespace IoTHubDisconnect;

/// <summary>What chance is told apart from.</summary>
public enum ComparisonBasis
{
    /// <summary>
    /// The same hubs at two times: each device's disconnects are moved through both periods together.
    /// </summary>
    Time,

    /// <summary>Different hubs: devices are dealt out to the two anew.</summary>
    Device,
}
