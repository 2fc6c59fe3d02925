namespace IoTHubDisconnect;

/// <summary>Sums of times: those of a fleet, or of rows with wrong times, can be more than a time span holds.</summary>
internal static class TimeSum
{
    /// <summary>What a time span holds at most, in whole years.</summary>
    public const int MostYears = 29_247;

    /// <summary>A sum as a time span; where it is more than one holds, the longest that there is.</summary>
    public static TimeSpan Of(Int128 ticks) => ticks < long.MaxValue ? new TimeSpan((long)ticks) : TimeSpan.MaxValue;
}
