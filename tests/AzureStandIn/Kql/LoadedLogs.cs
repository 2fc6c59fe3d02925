namespace AzureStandIn.Kql;

/// <summary>What the evaluator holds after taking in logs.</summary>
internal sealed record LoadedLogs(long Rows, IReadOnlyList<LoadedLogs.Resource> Resources)
{
    /// <summary>A resource that wrote rows; its location is null where they do not tell.</summary>
    internal sealed record Resource(string ResourceId, string? Location);
}
