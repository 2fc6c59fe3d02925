namespace IoTHubDisconnect.Reports;

/// <summary>One disconnect of a device.</summary>
/// <param name="Ticks">When, UTC.</param>
/// <param name="Cause">Why.</param>
/// <param name="IsExpected">Whether it belongs to normal operation.</param>
/// <param name="Confidence">How likely the cause is.</param>
/// <param name="Scope">How far the cause reaches.</param>
/// <param name="Calls">Whether it calls for attention where there are more of its kind.</param>
internal readonly record struct DeviceMark(
    long Ticks,
    CauseName Cause,
    bool IsExpected,
    double Confidence,
    DisconnectScope Scope,
    bool Calls
);
