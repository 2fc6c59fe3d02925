using IoTHubDisconnect.Reading.Input;

namespace IoTHubDisconnect.Core.Tests.Reading;

/// <summary>A beginning, a filling many times over, and an end.</summary>
internal sealed class RepeatingStream(byte[] begin, byte[] filling, int copies, byte[] end) : ReadOnlyStream
{
    private readonly byte[] _block =
    [
        .. Enumerable.Repeat(filling, Math.Max(1, 64 * 1024 / filling.Length)).SelectMany(copy => copy),
    ];
    private long _at;

    public override int Read(Span<byte> buffer)
    {
        var filled = (long)filling.Length * copies;
        var part =
            _at < begin.Length ? begin.AsSpan((int)_at)
            : _at < begin.Length + filled ? Filling(_at - begin.Length, filled)
            : end.AsSpan((int)(_at - begin.Length - filled));
        var count = Math.Min(part.Length, buffer.Length);
        part[..count].CopyTo(buffer);
        _at += count;
        return count;
    }

    private ReadOnlySpan<byte> Filling(long at, long filled)
    {
        var inBlock = (int)(at % _block.Length);
        return _block.AsSpan(inBlock, (int)Math.Min(_block.Length - inBlock, filled - at));
    }
}
