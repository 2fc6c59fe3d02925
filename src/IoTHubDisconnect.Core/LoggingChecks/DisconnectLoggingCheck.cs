namespace IoTHubDisconnect;

/// <summary>
/// One thing that must be right so that a hub's disconnects can be read: whether it is, and what to do if not.
/// </summary>
public sealed class DisconnectLoggingCheck
{
    internal DisconnectLoggingCheck(string hubName, string name, CheckState state, string reason)
    {
        HubName = hubName;
        Name = name;
        State = state;
        Reason = reason;
    }

    /// <summary>The hub's name.</summary>
    public string HubName { get; }

    /// <summary>The hub's ARM resource id; null where the hub was not found.</summary>
    public string? ResourceId { get; internal set; }

    /// <summary>
    /// What was checked: SignIn, Hub, DiagnosticSetting, Workspace, Storage, EventHub, Rows or Metric.
    /// </summary>
    public string Name { get; }

    /// <summary>How it went.</summary>
    public CheckState State { get; }

    /// <summary>What was found, in one sentence.</summary>
    public string Reason { get; }

    /// <summary>What to do; null where there is nothing to do.</summary>
    public string? Fix { get; internal set; }

    /// <summary>The page to read.</summary>
    public Uri? HelpUri { get; internal set; }

    /// <summary>
    /// The ARM id, or the event hub's name, of the place that the logs are sent to; null for a check of something else.
    /// </summary>
    public string? Destination { get; internal set; }

    /// <summary>Rows of the category Connections in the last 30 days; null where they were not counted.</summary>
    public long? RowCount { get; internal set; }

    /// <summary>The oldest row of the last 30 days, UTC; null where there is none.</summary>
    public DateTimeOffset? FirstRow { get; internal set; }

    /// <summary>The newest row, UTC; null where there is none.</summary>
    public DateTimeOffset? NewestRow { get; internal set; }

    /// <summary>Within this time 95 % of the rows can be read; null where there are none.</summary>
    public TimeSpan? Delay { get; internal set; }

    /// <summary>Whether it keeps rows from coming in, though those that are in can be read.</summary>
    internal bool StopsRows { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {State}. {Reason}";
}
