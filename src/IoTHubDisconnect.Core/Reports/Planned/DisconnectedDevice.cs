namespace IoTHubDisconnect.Reports;

/// <summary>Who a planned time may be for.</summary>
/// <param name="HubName">The hub.</param>
/// <param name="DeviceId">The device.</param>
/// <param name="Site">The masked address that it connects from; null where the log does not tell.</param>
internal readonly record struct DisconnectedDevice(string HubName, string DeviceId, string? Site);
