namespace IoTHubDisconnect.Knowledge;

/// <summary>Client libraries that behave alike when a token runs out.</summary>
internal enum SdkFamily : byte
{
    /// <summary>No SDK name in the log, or one that is not known.</summary>
    Unknown,
    C,
    Node,
    Python,
    DotNet,
    Java,
    EmbeddedC,
    ThreadX,
    FreeRtos,
    Arduino,
}
