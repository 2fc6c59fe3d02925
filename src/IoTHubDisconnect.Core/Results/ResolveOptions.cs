namespace IoTHubDisconnect;

/// <summary>What an operator knows of the fleet and the log does not tell.</summary>
public sealed record ResolveOptions
{
    /// <summary>Nothing is known beyond the log.</summary>
    public static readonly ResolveOptions None = new();

    /// <summary>The lifetime of the devices' SAS tokens; null to find it from the sessions.</summary>
    public TimeSpan? TokenLifetime { get; init; }

    /// <summary>The MQTT keep-alive that the devices ask for; null for their SDK's default.</summary>
    public TimeSpan? KeepAlive { get; init; }
}
