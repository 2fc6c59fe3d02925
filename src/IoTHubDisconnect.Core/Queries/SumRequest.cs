namespace IoTHubDisconnect.Queries;

/// <summary>Sums that a person asks for.</summary>
/// <param name="By">What is to be summed up by.</param>
/// <param name="ErrorCodes">Codes of which a disconnect has one; null for all.</param>
internal sealed record SumRequest(DisconnectGrouping By, IReadOnlyCollection<int>? ErrorCodes)
{
    /// <summary>Up to so many rows summing up is done here: it is exact, and no slower.</summary>
    public long RowsToSumUpHere { get; init; } = 100_000;
}
