namespace FleetGenerator.Logs;

/// <summary>One minute of the connectedDeviceCount metric.</summary>
/// <param name="Time">UTC; the minute's start.</param>
/// <param name="Average">The mean of the lowest and the highest count.</param>
/// <param name="Minimum">The lowest count in the minute.</param>
/// <param name="Maximum">The highest count in the minute.</param>
public sealed record ConnectedCount(DateTimeOffset Time, double Average, int Minimum, int Maximum);
