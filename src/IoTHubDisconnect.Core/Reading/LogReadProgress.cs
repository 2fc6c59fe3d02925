namespace IoTHubDisconnect.Reading;

/// <summary>How far reading came.</summary>
/// <param name="Files">The files that are done.</param>
/// <param name="AllFiles">The files there are.</param>
/// <param name="Bytes">The bytes read so far, as stored.</param>
/// <param name="AllBytes">The bytes there are; null where that is not known of every file.</param>
/// <param name="Rows">The rows read so far.</param>
internal readonly record struct LogReadProgress(int Files, int AllFiles, long Bytes, long? AllBytes, long Rows)
{
    /// <summary>How much is done, by what is known of all: the bytes, or else the files.</summary>
    public int Percent =>
        (int)Math.Clamp(AllBytes is { } all and > 0 ? 100 * Bytes / all : 100L * Files / Math.Max(1, AllFiles), 0, 100);
}
