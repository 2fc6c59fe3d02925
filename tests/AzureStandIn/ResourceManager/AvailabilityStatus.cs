namespace AzureStandIn.ResourceManager;

/// <summary>What Resource Health says of a hub.</summary>
public sealed record AvailabilityStatus
{
    /// <summary>Available, Unavailable, Degraded or Unknown.</summary>
    public required string State { get; init; }

    /// <summary>What a person reads.</summary>
    public required string Summary { get; init; }

    /// <summary>Unplanned, Planned, UserInitiated; empty while all is well.</summary>
    public string ReasonType { get; init; } = "";

    /// <summary>UTC; since when.</summary>
    public required DateTimeOffset OccurredTime { get; init; }

    /// <summary>UTC; when the trouble was over; null while it lasts or where there was none.</summary>
    public DateTimeOffset? ResolvedTime { get; init; }
}
