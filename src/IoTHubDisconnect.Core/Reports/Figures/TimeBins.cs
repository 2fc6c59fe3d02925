namespace IoTHubDisconnect.Reports;

/// <summary>Time in steps of five minutes, the finest that a report shows.</summary>
internal static class TimeBins
{
    public const long Step = 5 * TimeSpan.TicksPerMinute;

    public static long Of(long ticks) => ticks / Step;
}
