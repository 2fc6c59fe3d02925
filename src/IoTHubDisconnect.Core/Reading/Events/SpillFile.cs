namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// A temporary file, for this account's eyes alone. Nothing of it is left behind, however the process ends.
/// </summary>
internal sealed class SpillFile : IDisposable
{
    private readonly FileStream _file;
    private long _length;

    /// <exception cref="TemporaryFileException">There is no room for it.</exception>
    public SpillFile()
    {
        try
        {
            _file = Open();
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            throw new TemporaryFileException(exception);
        }
    }

    /// <returns>Where the bytes are from now on.</returns>
    /// <exception cref="TemporaryFileException">There is no room for them.</exception>
    public long Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var offset = _length;
            RandomAccess.Write(_file.SafeFileHandle, bytes, offset);
            _length += bytes.Length;
            return offset;
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            throw new TemporaryFileException(exception);
        }
    }

    /// <exception cref="TemporaryFileException">The bytes are not there any more.</exception>
    public void Read(Span<byte> bytes, long offset)
    {
        try
        {
            while (bytes.Length > 0)
            {
                var read = RandomAccess.Read(_file.SafeFileHandle, bytes, offset);
                if (read == 0)
                    throw new EndOfStreamException("It was cut off.");
                bytes = bytes[read..];
                offset += read;
            }
        }
        catch (Exception exception) when (IsOfDisk(exception))
        {
            throw new TemporaryFileException(exception);
        }
    }

    public void Dispose() => _file.Dispose();

    private static FileStream Open()
    {
        var path = Path.GetTempFileName();
        var options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None;
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, options);
        // An open file needs no name: without one, the system lets it go with the process, even one that is killed.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    private static bool IsOfDisk(Exception exception) => exception is IOException or UnauthorizedAccessException;
}
