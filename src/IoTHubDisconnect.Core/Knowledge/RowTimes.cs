namespace IoTHubDisconnect.Knowledge;

/// <summary>How far apart rows are that belong together, in ticks.</summary>
internal static class RowTimes
{
    /// <summary>An expired token writes two rows within about this time; they are one disconnect.</summary>
    public const long Together = 5 * TimeSpan.TicksPerSecond;

    /// <summary>The hub's nodes may log a new connection so long before the end of the one that it replaces.</summary>
    public const long Overlap = 10 * TimeSpan.TicksPerSecond;

    /// <summary>No client takes a connection over so soon after it was made.</summary>
    public const long Swift = TimeSpan.TicksPerSecond / 4;

    /// <summary>Devices that are refused try again so soon at the least.</summary>
    public const long WithinRun = TimeSpan.TicksPerMinute;
}
