namespace FleetGenerator.Benchmark;

/// <summary>Collects bytes and hands them to a stream by the megabyte.</summary>
internal sealed class BufferedOutput(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _used;

    /// <summary>Makes room for one row.</summary>
    public void Reserve(int length)
    {
        if (_used + length > _buffer.Length)
            Flush();
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.AsSpan(_used));
        _used += bytes.Length;
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }
}
