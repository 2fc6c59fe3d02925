namespace IoTHubDisconnect;

/// <summary>The temporary file that takes the rows of a large log could not be made, written or read.</summary>
internal sealed class TemporaryFileException(Exception cause)
    : IOException($"The rows of this log do not fit into memory, and the temporary file for them in '{Path.GetTempPath()}' failed: {cause.Message}", cause)
{
    /// <summary>The folder that the file is in.</summary>
    public string Folder { get; } = Path.GetTempPath();
}
