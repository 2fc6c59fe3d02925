using Amqp;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>A connection that is there already, as AMQPNetLite wants it.</summary>
internal sealed class StreamTransport : TransportProvider, IAsyncTransport
{
    public const string Scheme = "connected";

    private readonly Stream _stream;

    public StreamTransport(Stream stream) => (_stream, AddressSchemes) = (stream, [Scheme]);

    public override Task<IAsyncTransport> CreateAsync(Address address) => Task.FromResult<IAsyncTransport>(this);

    public void SetConnection(Connection connection)
    {
        // The transport has nothing to tell the connection.
    }

    public Task<int> ReceiveAsync(byte[] buffer, int offset, int count) => _stream.ReadAsync(buffer, offset, count);

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        foreach (var buffer in bufferList)
            await _stream.WriteAsync(buffer.Buffer.AsMemory(buffer.Offset, buffer.Length)).ConfigureAwait(false);
        await _stream.FlushAsync().ConfigureAwait(false);
    }

    public int Receive(byte[] buffer, int offset, int count) => _stream.Read(buffer, offset, count);

    public void Send(ByteBuffer buffer) => _stream.Write(buffer.Buffer, buffer.Offset, buffer.Length);

    public void Close() => _stream.Dispose();
}
