namespace IoTHubDisconnect.Contracts;

/// <summary>A query, where it runs, and the time it is limited to.</summary>
/// <param name="Target">Whose rows are asked for.</param>
/// <param name="Text">KQL; values given by users are in it as literals alone.</param>
/// <param name="Start">The first moment, by TimeGenerated; null for no limit other than the text's.</param>
/// <param name="End">The moment after the last.</param>
internal sealed record LogQuery(
    LogTarget Target,
    string Text,
    DateTimeOffset? Start = null,
    DateTimeOffset? End = null
);

/// <summary>Something that answers log queries.</summary>
internal abstract record LogTarget
{
    /// <summary>What people call it.</summary>
    public virtual string Label => ToString()!;
}

/// <summary>A Log Analytics workspace, by the GUID that the portal calls Workspace ID.</summary>
internal sealed record WorkspaceTarget(Guid WorkspaceId) : LogTarget
{
    public override string ToString() => $"workspace {WorkspaceId}";
}

/// <summary>A resource, wherever its logs are.</summary>
internal sealed record ResourceTarget(string ResourceId) : LogTarget
{
    public override string Label => ResourceId[(ResourceId.LastIndexOf('/') + 1)..];

    public override string ToString() => ResourceId;
}

/// <summary>A database of an Azure Data Explorer cluster.</summary>
internal sealed record ClusterTarget(Uri Cluster, string Database) : LogTarget
{
    public override string ToString() => $"database {Database} at {Cluster.Host}";
}
