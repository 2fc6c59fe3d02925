namespace IoTHubDisconnect.Reading.Rows;

/// <summary>Room for the values of one row that cannot be handed over where they lie.</summary>
internal sealed class Scratch
{
    private byte[] _block = new byte[4096];
    private int _used;

    /// <summary>Gives the room back; spans taken before are void.</summary>
    internal void Clear() => _used = 0;

    internal Span<byte> Take(int length)
    {
        // A block that is too small is left to the spans that lie in it.
        if (length > _block.Length - _used)
            (_block, _used) = (new byte[Math.Max(length, _block.Length * 2)], 0);
        var taken = _block.AsSpan(_used, length);
        _used += length;
        return taken;
    }

    /// <summary>Gives back the end of what was taken last.</summary>
    internal void GiveBack(int length) => _used -= length;
}
