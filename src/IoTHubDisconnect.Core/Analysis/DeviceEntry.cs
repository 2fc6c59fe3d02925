using IoTHubDisconnect.Profiles;

namespace IoTHubDisconnect.Analysis;

/// <summary>A device's number and its profile.</summary>
internal sealed record DeviceEntry(int Device, DeviceProfile Profile);
