using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Fleets;

/// <summary>A device's number and its profile.</summary>
internal sealed record DeviceEntry(int Device, DeviceProfile Profile);
