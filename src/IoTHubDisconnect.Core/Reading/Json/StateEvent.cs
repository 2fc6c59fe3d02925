namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Events about a device's state, of Event Grid or of the hub's message routing. They tell
/// that it came or went, and never why.
/// </summary>
internal static class StateEvent
{
    internal static bool IsOne(ReadOnlySpan<byte> json) =>
        json.IndexOf("Microsoft.Devices.Device"u8) >= 0 || json.IndexOf("deviceConnectionState"u8) >= 0;
}
