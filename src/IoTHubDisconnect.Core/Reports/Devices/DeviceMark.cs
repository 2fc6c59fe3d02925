namespace IoTHubDisconnect.Reports;

/// <summary>One disconnect of a device.</summary>
/// <param name="Ticks">When, UTC.</param>
/// <param name="Cause">Why.</param>
/// <param name="IsExpected">Whether it belongs to normal operation.</param>
internal readonly record struct DeviceMark(long Ticks, CauseName Cause, bool IsExpected);
