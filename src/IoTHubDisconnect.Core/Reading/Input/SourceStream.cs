namespace IoTHubDisconnect.Reading.Input;

/// <summary>A source's own bytes: counts what is read, and stops when told to.</summary>
internal sealed class SourceStream(Stream stream, bool isFile, Action<int> count, CancellationToken cancellation)
    : ReadOnlyStream
{
    private const int LargestRead = 1024 * 1024;

    private byte[] _received = [];

    /// <summary>Reads on from another place; files only.</summary>
    internal void MoveTo(long position) => stream.Position = position;

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = isFile ? stream.Read(buffer) : Receive(buffer);
        count(read);
        return read;
    }

    // A read from the network can hang for minutes; only an asynchronous one can be called off.
    private int Receive(Span<byte> buffer)
    {
        var wanted = Math.Min(buffer.Length, LargestRead);
        if (_received.Length < wanted)
            _received = new byte[wanted];
        var read = stream.ReadAsync(_received.AsMemory(0, wanted), cancellation).AsTask().GetAwaiter().GetResult();
        _received.AsSpan(0, read).CopyTo(buffer);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        stream.Dispose();
        base.Dispose(disposing);
    }
}
