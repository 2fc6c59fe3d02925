using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect;

/// <summary>What Azure says of a hub itself, beside the log of its connections.</summary>
public sealed class HubCondition
{
    /// <summary>Azure notices trouble some minutes late, and its end too.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>A failover may take as long when nobody says when it was over.</summary>
    private static readonly TimeSpan LongestFailover = TimeSpan.FromHours(2);

    internal HubCondition(string resourceId) => ResourceId = resourceId;

    /// <summary>The ARM resource id.</summary>
    public string ResourceId { get; }

    /// <summary>The hub's settings of today; null where they could not be read.</summary>
    public HubSettings? Settings { get; internal init; }

    /// <summary>
    /// The dips of the metric connectedDeviceCount, in order of time; null where it could not be read.
    /// </summary>
    public TextList<ConnectedDeviceDip>? Dips => Metric is null ? null : new([.. Metric.Dips]);

    /// <summary>The hub's health and failovers, in order of time; null where they could not be read.</summary>
    public TextList<HubHealthEvent>? Health { get; internal init; }

    internal HubMetric? Metric { get; init; }

    /// <summary>The trouble that the hub had at a moment, a failover before anything else; null for none.</summary>
    internal HubHealthEvent? TroubleAt(DateTimeOffset time)
    {
        HubHealthEvent? found = null;
        if (Health is null)
            return found;
        foreach (var trouble in Health)
        {
            if (!trouble.IsTrouble || time < trouble.Start - Tolerance || time > EndOf(trouble))
                continue;
            if (found is null || trouble.IsFailover || trouble.State > found.State && !found.IsFailover)
                found = trouble;
        }
        return found;
    }

    /// <inheritdoc/>
    public override string ToString() => Settings?.ToString() ?? HubResourceId.NameOf(ResourceId);

    private static DateTimeOffset EndOf(HubHealthEvent trouble) =>
        trouble.End is { } end ? end + Tolerance
        : trouble.IsFailover ? trouble.Start + LongestFailover
        : DateTimeOffset.MaxValue;
}
