namespace IoTHubDisconnect.Contracts;

/// <summary>The services that tokens are for.</summary>
internal enum CloudService
{
    ResourceManager,
    Logs,
    DataExplorer,
    Storage,
    Hub,
}
