using Amqp;

namespace HubStandIn.Amqp;

/// <summary>A stream as AMQPNetLite's listener wants its connections.</summary>
/// <param name="stream">The connection.</param>
/// <param name="first">What was read of it already.</param>
/// <param name="heard">What is done when anything comes, be it a sign of life alone.</param>
internal sealed class StreamTransport(Stream stream, ReadOnlyMemory<byte> first, Action heard) : IAsyncTransport
{
    private ReadOnlyMemory<byte> _first = first;
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the connection.</summary>
    public Task Closed => _closed.Task;

    public void SetConnection(Connection connection)
    {
        // The transport has nothing to tell the connection.
    }

    public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count)
    {
        if (_first.Length > 0)
            return TakeFirst(buffer.AsMemory(offset, count));
        var received = await stream.ReadAsync(buffer.AsMemory(offset, count));
        if (received == 0)
            _closed.TrySetResult();
        else
            heard();
        return received;
    }

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        foreach (var buffer in bufferList)
            await stream.WriteAsync(buffer.Buffer.AsMemory(buffer.Offset, buffer.Length));
        await stream.FlushAsync();
    }

    public void Send(ByteBuffer buffer) => SendAsync([buffer], buffer.Length).GetAwaiter().GetResult();

    public int Receive(byte[] buffer, int offset, int count) =>
        ReceiveAsync(buffer, offset, count).GetAwaiter().GetResult();

    public void Close()
    {
        _closed.TrySetResult();
        stream.Dispose();
    }

    private int TakeFirst(Memory<byte> buffer)
    {
        var count = Math.Min(_first.Length, buffer.Length);
        _first[..count].CopyTo(buffer);
        _first = _first[count..];
        return count;
    }
}
