using Amqp;

namespace HubStandIn.Amqp;

/// <summary>A stream as AMQPNetLite's listener wants its connections.</summary>
internal sealed class StreamTransport(Stream stream) : IAsyncTransport
{
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the connection.</summary>
    public Task Closed => closed.Task;

    public void SetConnection(Connection connection)
    {
        // The transport has nothing to tell the connection.
    }

    public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count)
    {
        int received = await stream.ReadAsync(buffer.AsMemory(offset, count));
        if (received == 0)
            closed.TrySetResult();
        return received;
    }

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        foreach (ByteBuffer buffer in bufferList)
            await stream.WriteAsync(buffer.Buffer.AsMemory(buffer.Offset, buffer.Length));
        await stream.FlushAsync();
    }

    public void Send(ByteBuffer buffer) => SendAsync([buffer], buffer.Length).GetAwaiter().GetResult();

    public int Receive(byte[] buffer, int offset, int count) => ReceiveAsync(buffer, offset, count).GetAwaiter().GetResult();

    public void Close()
    {
        closed.TrySetResult();
        stream.Dispose();
    }
}
