namespace IoTHubDisconnect.Reports;

/// <summary>One disconnect of a device.</summary>
/// <param name="Ticks">When, UTC.</param>
/// <param name="Cause">Why.</param>
/// <param name="IsExpected">Whether it belongs to normal operation.</param>
/// <param name="Confidence">How likely the cause is.</param>
/// <param name="Scope">How far the cause reaches.</param>
/// <param name="Calls">What it calls for attention to, where there is more of it; null where it does not.</param>
internal readonly record struct DeviceMark(
    long Ticks,
    CauseName Cause,
    bool IsExpected,
    double Confidence,
    DisconnectScope Scope,
    CauseName? Calls
);
