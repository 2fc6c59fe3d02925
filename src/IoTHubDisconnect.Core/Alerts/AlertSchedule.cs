namespace IoTHubDisconnect.Alerts;

/// <summary>
/// The times that a rule can look at, and how often. Every minute is left out: the service takes simpler queries alone
/// for that.
/// </summary>
/// <remarks>https://github.com/Azure/azure-rest-api-specs/issues/21258</remarks>
internal static class AlertSchedule
{
    private static readonly int[] Minutes = [5, 10, 15, 30, 45, 60, 120, 180, 240, 300, 360, 1440];

    /// <summary>Azure refuses a rule that looks less often and is to resolve its alerts.</summary>
    public static readonly TimeSpan LongestToResolve = TimeSpan.FromHours(12);

    public static IReadOnlyList<TimeSpan> Offered { get; } = [.. Minutes.Select(m => TimeSpan.FromMinutes(m))];
}
