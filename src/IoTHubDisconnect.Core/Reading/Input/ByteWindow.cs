using System.Buffers;

namespace IoTHubDisconnect.Reading.Input;

/// <summary>
/// The part of a text that is in memory: it moves on as bytes are taken, counts their
/// lines, and never grows beyond a limit.
/// </summary>
internal sealed class ByteWindow(Stream text, int size, int limit, CancellationToken cancellation) : IDisposable
{
    private const int Ahead = 16 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(size);
    private int _start;
    private int _end;

    /// <summary>The bytes in memory that were not taken yet.</summary>
    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The place of the first of them, counted from the text's beginning.</summary>
    internal long Position { get; private set; }

    /// <summary>Whether the text ends with them.</summary>
    internal bool IsFinal { get; private set; }

    /// <summary>Where little more than what is begun there will be asked for.</summary>
    internal long End { get; init; } = long.MaxValue;

    /// <summary>What kept the text from being read to its end.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>The line the first of them is on, counted from 1.</summary>
    internal long Line { get; private set; } = 1;

    /// <summary>Takes bytes among which <paramref name="lines"/> lines end.</summary>
    internal void Take(int count, int lines = 0)
    {
        _start += count;
        Position += count;
        Line += lines;
    }

    /// <summary>Takes bytes among which any number of lines may end.</summary>
    internal void TakeText(int count) => Take(count, Bytes[..count].Count((byte)'\n'));

    internal void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();

    /// <summary>Reads on.</summary>
    /// <returns>False where nothing more came: the text is at its end, or the limit is reached.</returns>
    internal bool TryFill()
    {
        cancellation.ThrowIfCancellationRequested();
        if (IsFinal)
            return false;
        MakeRoom();
        var before = _end;
        var until = (int)Math.Min(Math.Min(_buffer.Length, limit), _end + Math.Max(End - Position - _end, Ahead));
        try
        {
            while (_end < until)
            {
                var count = text.Read(_buffer.AsSpan(_end, until - _end));
                cancellation.ThrowIfCancellationRequested();
                if (count == 0)
                {
                    IsFinal = true;
                    break;
                }
                _end += count;
            }
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Failure = error;
            IsFinal = true;
        }
        return _end > before;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _start = _end = 0;
    }

    private void MakeRoom()
    {
        var length = _end - _start;
        if (_start == 0 && length == _buffer.Length && length < limit)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(length * 2, limit));
            _buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else if (_start > 0)
            _buffer.AsSpan(_start, length).CopyTo(_buffer);
        (_start, _end) = (0, length);
    }
}
