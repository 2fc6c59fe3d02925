namespace IoTHubDisconnect.Hubs;

/// <summary>A Log Analytics workspace, as far as it matters to reading logs.</summary>
/// <param name="CustomerId">The GUID by which queries know it.</param>
internal sealed record LogWorkspace(Guid CustomerId)
{
    /// <summary>
    /// Whether queries come in from the internet, and not by a private link or from a perimeter alone.
    /// </summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether a role on a hub opens the hub's rows here; else it takes one on the workspace.</summary>
    public bool TakesRolesOnResources { get; init; } = true;

    /// <summary>What Azure calls its taking in of rows, such as <c>OverQuota</c>; null where it does not say.</summary>
    public string? Ingestion { get; init; }

    /// <summary>How much it takes in a day; null where that has no cap.</summary>
    public double? DailyGigabytes { get; init; }

    /// <summary>When the day of the cap begins anew; null where Azure does not say.</summary>
    public DateTimeOffset? NextReset { get; init; }

    /// <summary>For how many days it keeps rows; null where Azure does not say.</summary>
    public int? RetentionDays { get; init; }
}
