using System.Buffers;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Adapter;
using MQTTnet.Channel;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>A connection that is there already, as MQTTnet's client wants it.</summary>
internal sealed class StreamChannel(Stream stream) : IMqttChannel, IMqttClientAdapterFactory
{
    private const int Buffer = 4096;
    private const int LargestBuffer = 65535;

    public X509Certificate2? ClientCertificate => null;

    public EndPoint? RemoteEndPoint => null;

    public EndPoint? LocalEndPoint => null;

    public bool IsSecureConnection => true;

    public IMqttChannelAdapter CreateClientAdapter(
        MqttClientOptions options,
        MqttPacketInspector packetInspector,
        IMqttNetLogger logger
    ) =>
        new MqttChannelAdapter(
            this,
            new MqttPacketFormatterAdapter(options.ProtocolVersion, new MqttBufferWriter(Buffer, LargestBuffer)),
            logger
        )
        {
            PacketInspector = packetInspector,
        };

    public Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DisconnectAsync(CancellationToken cancellationToken)
    {
        stream.Dispose();
        return Task.CompletedTask;
    }

    public Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, offset, count, cancellationToken);

    public async Task WriteAsync(ReadOnlySequence<byte> buffer, bool isEndOfPacket, CancellationToken cancellationToken)
    {
        foreach (var part in buffer)
            await stream.WriteAsync(part, cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => stream.Dispose();
}
