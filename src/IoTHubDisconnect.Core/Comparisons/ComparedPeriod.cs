namespace IoTHubDisconnect.Comparisons;

/// <summary>The time of one side.</summary>
/// <param name="Start">UTC ticks.</param>
/// <param name="Length">Longer than zero.</param>
internal readonly record struct ComparedPeriod(long Start, TimeSpan Length);
