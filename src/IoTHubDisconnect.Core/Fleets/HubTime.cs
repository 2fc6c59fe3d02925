namespace IoTHubDisconnect.Fleets;

/// <summary>The time that a log tells of a hub, UTC ticks.</summary>
/// <param name="First">From where on it is known who was there.</param>
/// <param name="Last">Until when.</param>
internal readonly record struct HubTime(long First, long Last)
{
    /// <summary>The minutes in which it has rows, to find out how often something happens.</summary>
    public double Minutes { get; init; } = MinutesOf(Last - First);

    public static double MinutesOf(long ticks) => Math.Max(1, ticks / (double)TimeSpan.TicksPerMinute);
}
