namespace IoTHubDisconnect.Causes;

/// <summary>
/// Whether so many devices were refused for their credentials at once that the reason is not theirs alone.
/// </summary>
internal static class RefusedTogether
{
    private const int Many = 5;

    /// <summary>The share of the hub's devices, of which only those with disconnects are known.</summary>
    private const double Share = 0.1;

    public static bool IsHubWide(in DisconnectFacts facts) =>
        !facts.IsClosed
        && facts.Hub.Minutes.Unauthorized(facts.Record.Time) is var refused
        && refused >= Many
        && refused >= Share * facts.Hub.DeviceCount;
}
