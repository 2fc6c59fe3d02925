namespace IoTHubDisconnect.Reading.Events;

/// <summary>The rows that a source gave.</summary>
/// <param name="Store">The rows; whoever has them disposes of them.</param>
/// <param name="Era">The time that they are of.</param>
/// <param name="Origin">Where they came from, as people say it.</param>
internal sealed record ReadRows(EventStore Store, RowEra Era, string Origin)
{
    /// <summary>Files that were read in part alone.</summary>
    public int CutFiles { get; init; }

    /// <summary>Files whose times have no seconds.</summary>
    public int CoarseFiles { get; init; }
}
