namespace IoTHubDisconnect.Reading.Scheduling;

/// <summary>The lines of a file of JSON Lines that begin between two places.</summary>
internal readonly record struct LogRange(LogJob Job, int Index, long Start, long End);
