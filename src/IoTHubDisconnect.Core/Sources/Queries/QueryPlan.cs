namespace IoTHubDisconnect.Sources.Queries;

/// <summary>How the rows of one place are asked for.</summary>
/// <param name="Query">The rows.</param>
/// <param name="Slices">The parts to ask for; none where there are no rows.</param>
internal sealed record QueryPlan(ConnectionQuery Query, IReadOnlyList<LogSlice> Slices)
{
    public long Rows => Slices.Sum(slice => slice.Rows);
}
