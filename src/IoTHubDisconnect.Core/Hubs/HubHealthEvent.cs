using System.Globalization;

namespace IoTHubDisconnect;

/// <summary>A state that a hub was in for a while, by Resource Health or the activity log.</summary>
public sealed class HubHealthEvent
{
    internal HubHealthEvent(
        DateTimeOffset start,
        DateTimeOffset? end,
        HubHealthState state,
        string? reasonType,
        string? summary,
        bool isFailover = false
    )
    {
        Start = start;
        End = end;
        State = state;
        ReasonType = reasonType;
        Summary = summary;
        IsFailover = isFailover;
    }

    /// <summary>When it began, UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>When it was over, UTC; null where it lasts, or where nobody said.</summary>
    public DateTimeOffset? End { get; }

    /// <summary>How the hub was.</summary>
    public HubHealthState State { get; }

    /// <summary>
    /// Azure's word for who caused it, such as <c>Unplanned</c>, <c>Planned</c> or <c>UserInitiated</c>; null where it
    /// has none.
    /// </summary>
    public string? ReasonType { get; }

    /// <summary>What Azure says about it; null where it says nothing.</summary>
    public string? Summary { get; }

    /// <summary>Whether this was a failover to the paired region.</summary>
    public bool IsFailover { get; }

    internal bool IsTrouble => State is HubHealthState.Degraded or HubHealthState.Unavailable || IsFailover;

    internal bool IsPlanned => ReasonType?.StartsWith("Planned", StringComparison.OrdinalIgnoreCase) == true;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(IsFailover ? "Failover" : State)} from "
                + $"{Start.UtcDateTime:yyyy-MM-dd HH:mm}Z"
                + $"{(End is { } end ? $" to {end.UtcDateTime:yyyy-MM-dd HH:mm}Z" : "")}"
        );
}
