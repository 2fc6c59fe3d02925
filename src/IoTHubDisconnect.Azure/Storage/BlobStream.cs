using System.Buffers;
using IoTHubDisconnect.Reading.Input;

namespace IoTHubDisconnect.Azure.Storage;

/// <summary>Reads a blob in parts. While one is looked at, the next are on their way.</summary>
internal sealed class BlobStream : ReadOnlyStream
{
    private const int PartLength = 2 * 1024 * 1024;
    private const int PartsAhead = 2;

    private readonly BlobContent _blob;
    private readonly CancellationTokenSource _stop;
    private readonly Queue<Task<ArraySegment<byte>>> _coming = new();
    private ArraySegment<byte> _part = ArraySegment<byte>.Empty;
    private int _taken;
    private long _asked;

    public BlobStream(BlobContent blob, CancellationToken cancellation)
    {
        _blob = blob;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        AskAhead();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_taken == _part.Count && !await TryMoveOnAsync(cancellationToken).ConfigureAwait(false))
            return 0;

        var count = Math.Min(buffer.Length, _part.Count - _taken);
        _part.AsMemory(_taken, count).CopyTo(buffer);
        _taken += count;
        return count;
    }

    public override int Read(Span<byte> buffer) => throw new NotSupportedException("A blob is read asynchronously.");

    protected override void Dispose(bool disposing)
    {
        // Parts still on their way keep their buffers.
        _stop.Cancel();
        _stop.Dispose();
        GiveBack();
        base.Dispose(disposing);
    }

    private async ValueTask<bool> TryMoveOnAsync(CancellationToken cancellation)
    {
        GiveBack();
        if (!_coming.TryDequeue(out var next))
            return false;

        _part = await next.WaitAsync(cancellation).ConfigureAwait(false);
        AskAhead();
        return true;
    }

    private void AskAhead()
    {
        for (; _coming.Count < PartsAhead && _asked < _blob.Length; _asked += PartLength)
            _coming.Enqueue(FetchAsync(_asked, (int)Math.Min(PartLength, _blob.Length - _asked)));
    }

    private async Task<ArraySegment<byte>> FetchAsync(long offset, int length)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        await _blob.FillAsync(buffer.AsMemory(0, length), offset, _stop.Token).ConfigureAwait(false);
        return new ArraySegment<byte>(buffer, 0, length);
    }

    private void GiveBack()
    {
        if (_part.Count > 0)
            ArrayPool<byte>.Shared.Return(_part.Array!);
        (_part, _taken) = (ArraySegment<byte>.Empty, 0);
    }
}
