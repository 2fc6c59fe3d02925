namespace IoTHubDisconnect.Logs;

/// <summary>How far reading came.</summary>
/// <param name="Files">The files that are done.</param>
/// <param name="AllFiles">The files there are.</param>
/// <param name="Bytes">The bytes read so far, as stored.</param>
/// <param name="AllBytes">The bytes there are; null where that is not known of every file.</param>
internal readonly record struct LogReadProgress(int Files, int AllFiles, long Bytes, long? AllBytes);
