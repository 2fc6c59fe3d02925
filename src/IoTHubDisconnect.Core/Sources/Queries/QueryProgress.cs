namespace IoTHubDisconnect.Sources.Queries;

/// <summary>How far reading from a log engine came.</summary>
/// <param name="Done">The slices that are read.</param>
/// <param name="Slices">The slices known so far: some are halved on the way.</param>
/// <param name="Rows">The rows that came.</param>
internal readonly record struct QueryProgress(int Done, int Slices, long Rows);
