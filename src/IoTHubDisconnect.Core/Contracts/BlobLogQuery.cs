namespace IoTHubDisconnect.Contracts;

/// <summary>
/// Whose blobs are wanted, and of which hours. Blobs are filed by the hour in which their rows arrived.
/// </summary>
/// <param name="Start">The beginning of the first hour.</param>
/// <param name="End">The end of the last hour.</param>
internal sealed record BlobLogQuery(DateTimeOffset Start, DateTimeOffset End)
{
    // A row may be filed a little early by the clocks of two machines, and late by the minutes that collecting takes.
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);
    private static readonly TimeSpan After = TimeSpan.FromHours(2);

    /// <summary>The hubs' ARM resource ids; none for all hubs.</summary>
    public IReadOnlyList<string> ResourceIds { get; init; } = [];

    /// <summary>Tells wanted hubs by their names, whatever the case; null for all hubs.</summary>
    public Func<string, bool>? IsHubWanted { get; init; }

    /// <summary>The hours in which rows of a period arrive.</summary>
    public static BlobLogQuery ForPeriod(DateTimeOffset start, DateTimeOffset end)
    {
        var arrived = new TimePeriod(start, end).Widened(Before, After);
        var lastHour = TimePeriod.From(HourOf(arrived.End.AddTicks(-1)), TimeSpan.FromHours(1));
        return new BlobLogQuery(HourOf(arrived.Start), lastHour.End);
    }

    private static DateTimeOffset HourOf(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
