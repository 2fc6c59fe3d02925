using System.Net;
using System.Net.Sockets;

namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>A TCP connection that remembers how much came, and how it began.</summary>
internal sealed class ObservedStream(Socket socket) : Stream
{
    private const int Kept = 64;

    private readonly NetworkStream _inner = new(socket, ownsSocket: true);
    private readonly byte[] _beginning = new byte[Kept];
    private int _kept;
    private long _bytesRead;

    /// <summary>How many bytes came.</summary>
    public long BytesRead => Interlocked.Read(ref _bytesRead);

    /// <summary>The first bytes that came since <see cref="Forget"/>.</summary>
    public ReadOnlySpan<byte> Beginning => _beginning.AsSpan(0, _kept);

    public EndPoint? Remote { get; } = socket.RemoteEndPoint;

    public EndPoint? Local { get; } = socket.LocalEndPoint;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Begins anew, after a proxy's answer.</summary>
    public void Forget() => _kept = 0;

    public override int Read(byte[] buffer, int offset, int count) =>
        Seen(buffer.AsSpan(offset, count), _inner.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await _inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Seen(buffer.Span, count);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => _inner.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        _inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        _inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override void Flush() => _inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private int Seen(ReadOnlySpan<byte> buffer, int count)
    {
        Interlocked.Add(ref _bytesRead, count);
        var kept = Math.Min(count, Kept - _kept);
        buffer[..kept].CopyTo(_beginning.AsSpan(_kept));
        _kept += kept;
        return count;
    }
}
