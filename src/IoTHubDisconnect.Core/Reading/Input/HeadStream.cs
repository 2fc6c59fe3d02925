using System.Buffers;
using System.Runtime.ExceptionServices;

namespace IoTHubDisconnect.Reading.Input;

/// <summary>A stream whose first bytes can be looked at before it is read.</summary>
internal sealed class HeadStream : ReadOnlyStream
{
    internal const int HeadLength = 32 * 1024;

    private readonly Stream _stream;
    private byte[] _head = ArrayPool<byte>.Shared.Rent(HeadLength);
    private readonly ExceptionDispatchInfo? _failure;
    private int _start;
    private int _end;

    /// <summary>Reads the head. If that fails, so will reading on after what there is of it.</summary>
    internal HeadStream(Stream stream)
    {
        _stream = stream;
        try
        {
            int count;
            do
            {
                count = stream.Read(_head.AsSpan(_end, HeadLength - _end));
                _end += count;
            } while (count > 0 && _end < HeadLength);
        }
        catch (Exception error)
        {
            _failure = ExceptionDispatchInfo.Capture(error);
        }
    }

    internal ReadOnlySpan<byte> Head => _head.AsSpan(_start, _end - _start);

    internal void Skip(int count) => _start += count;

    public override int Read(Span<byte> buffer)
    {
        if (_start == _end)
        {
            _failure?.Throw();
            return _stream.Read(buffer);
        }
        var count = Math.Min(buffer.Length, _end - _start);
        _head.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (_head.Length > 0)
            ArrayPool<byte>.Shared.Return(_head);
        _head = [];
        _start = _end = 0;
        _stream.Dispose();
        base.Dispose(disposing);
    }
}
