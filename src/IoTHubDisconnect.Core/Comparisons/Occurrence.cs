namespace IoTHubDisconnect.Comparisons;

/// <summary>One disconnect, as far as comparing goes.</summary>
/// <param name="Ticks">When, UTC.</param>
/// <param name="Device">The device's number.</param>
/// <param name="Place">What the disconnect was shared with: a hub or a site; null where it was the device's
/// own.</param>
/// <param name="IsExpected">Whether it belongs to normal operation, its outcome included.</param>
/// <param name="IsAway">Whether it is trouble that the device was not back by the end of the log.</param>
internal readonly record struct Occurrence(long Ticks, int Device, string? Place, bool IsExpected, bool IsAway);
