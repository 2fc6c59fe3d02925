namespace IoTHubDisconnect;

/// <summary>The temporary file that takes the rows of a large log could not be made, written or read.</summary>
internal sealed class TemporaryFileException(Exception cause) : IOException(Describe(cause), cause)
{
    /// <summary>The folder that the file is in.</summary>
    public string Folder { get; } = Path.GetTempPath();

    private static string Describe(Exception cause) =>
        $"This log does not fit into memory, and the temporary file for its rows in '{Path.GetTempPath()}' failed: "
        + cause.Message;
}
