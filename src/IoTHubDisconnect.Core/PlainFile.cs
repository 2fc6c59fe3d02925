namespace IoTHubDisconnect;

/// <summary>
/// Opens files, and nothing that only looks like one: pipes and terminals keep a
/// reader waiting for as long as they like.
/// </summary>
internal static class PlainFile
{
    // No disk takes as long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <exception cref="IOException">There is no file, or what is there is none.</exception>
    public static FileStream OpenRead(string path, CancellationToken cancellation)
    {
        // A pipe has no length, and opening it can wait for ever, which nothing ends.
        var file = new FileInfo(path) is { Exists: true, Length: 0 } ? OpenPatiently(path, cancellation) : Open(path);
        if (file.CanSeek)
            return file;
        file.Dispose();
        throw NoFile();
    }

    private static FileStream OpenPatiently(string path, CancellationToken cancellation)
    {
        var opening = Task.Factory.StartNew(
            () => Open(path),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );
        var isOpen = false;
        try
        {
            isOpen = Task.WaitAny([opening], (int)Patience.TotalMilliseconds, cancellation) == 0;
        }
        finally
        {
            if (!isOpen)
                _ = opening.ContinueWith(DisposeLate, TaskScheduler.Default);
        }
        return isOpen ? opening.GetAwaiter().GetResult() : throw NoFile();
    }

    private static void DisposeLate(Task<FileStream> opening)
    {
        if (opening.IsCompletedSuccessfully)
            opening.Result.Dispose();
    }

    private static FileStream Open(string path) =>
        new(
            path,
            new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
            }
        );

    private static IOException NoFile() =>
        new("This is a pipe or a device, and no file. Copy what comes out of it into a file.");
}
