namespace IoTHubDisconnect.Reading;

/// <summary>What reading came to.</summary>
/// <param name="Files">The files that were given.</param>
/// <param name="Bytes">The bytes read, as stored.</param>
/// <param name="Rows">The rows handed to the sinks.</param>
/// <param name="OtherRows">The rows of other categories, which were passed over.</param>
/// <param name="BrokenRows">The rows that could not be read.</param>
/// <param name="CutFiles">The files that have as many rows as a portal or service gives at most.</param>
/// <param name="CoarseFiles">The files whose times have no seconds.</param>
internal sealed record LogReadStatistics(
    int Files,
    long Bytes,
    long Rows,
    long OtherRows,
    long BrokenRows,
    int CutFiles = 0,
    int CoarseFiles = 0
);
