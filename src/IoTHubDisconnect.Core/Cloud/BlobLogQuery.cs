namespace IoTHubDisconnect.Cloud;

/// <summary>Whose blobs are wanted, and of which hours. Blobs are filed by the hour in which their rows arrived.</summary>
/// <param name="Start">The beginning of the first hour.</param>
/// <param name="End">The end of the last hour.</param>
internal sealed record BlobLogQuery(DateTimeOffset Start, DateTimeOffset End)
{
    // A row may be filed a little early by the clocks of two machines, and late by the minutes that collecting takes.
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);
    private static readonly TimeSpan After = TimeSpan.FromHours(2);

    /// <summary>The hubs' ARM resource ids; none for all hubs.</summary>
    public IReadOnlyList<string> ResourceIds { get; init; } = [];

    /// <summary>The hub's name; null for all hubs.</summary>
    public string? HubName { get; init; }

    /// <summary>The hours in which rows of a period arrive.</summary>
    public static BlobLogQuery ForPeriod(DateTimeOffset start, DateTimeOffset end)
    {
        DateTime first = start.UtcDateTime - Before, last = end.UtcDateTime + After;
        return new BlobLogQuery(HourOf(first), HourOf(last.AddTicks(-1)).AddHours(1));
    }

    private static DateTimeOffset HourOf(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerHour), TimeSpan.Zero);
}
