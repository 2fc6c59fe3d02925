namespace IoTHubDisconnect;

/// <summary>Who has to act.</summary>
public enum ResponsibleParty
{
    /// <summary>There is nothing to do.</summary>
    Nobody,

    /// <summary>Whoever owns the device or develops its application.</summary>
    DeviceOwner,

    /// <summary>Whoever runs the network between the device and the hub.</summary>
    NetworkOwner,

    /// <summary>Whoever administers the IoT hub in Azure.</summary>
    HubOwner,

    /// <summary>Microsoft, as the provider of the service.</summary>
    Microsoft,
}
