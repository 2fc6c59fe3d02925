namespace FleetGenerator.Benchmark;

/// <summary>Collects bytes and hands them to a stream by the megabyte.</summary>
internal sealed class BufferedOutput(Stream stream)
{
    private readonly byte[] buffer = new byte[1 << 20];
    private int used;

    /// <summary>Makes room for one row.</summary>
    public void Reserve(int length)
    {
        if (used + length > buffer.Length)
            Flush();
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    public void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
