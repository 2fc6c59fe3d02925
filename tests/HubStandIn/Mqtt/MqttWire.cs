using System.Security.Cryptography.X509Certificates;
using System.Text;
using MQTTnet.Adapter;
using MQTTnet.Diagnostics.Logger;
using MQTTnet.Formatter;
using MQTTnet.Implementations;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace HubStandIn.Mqtt;

/// <summary>MQTT packets on a stream.</summary>
internal sealed class MqttWire : IDisposable
{
    private readonly MqttChannelAdapter _adapter;

    public MqttWire(Stream stream, X509Certificate2? certificate) =>
        _adapter = new MqttChannelAdapter(
            new MqttTcpChannel(stream, null, null, certificate),
            new MqttPacketFormatterAdapter(new MqttBufferWriter(4096, 65535)),
            MqttNetNullLogger.Instance
        );

    /// <summary>What MQTT the client speaks; known with its first packet.</summary>
    public MqttProtocolVersion Version => _adapter.PacketFormatterAdapter.ProtocolVersion;

    /// <summary>The next packet; null when there are no more, for whatever reason.</summary>
    public async Task<MqttPacket?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await _adapter.ReceivePacketAsync(cancellation);
        }
        catch (Exception error)
            when (error
                    is MQTTnet.Exceptions.MqttCommunicationException
                        or MQTTnet.Exceptions.MqttProtocolViolationException
                        or OperationCanceledException
            )
        {
            return null;
        }
    }

    /// <summary>Sends a packet, if there is still someone to send it to.</summary>
    public async Task SendAsync(MqttPacket packet, CancellationToken cancellation)
    {
        try
        {
            await _adapter.SendPacketAsync(packet, cancellation);
        }
        catch (Exception error)
            when (error
                    is MQTTnet.Exceptions.MqttCommunicationException
                        or OperationCanceledException
                        or ObjectDisposedException
            ) { }
    }

    public Task PublishAsync(string topic, string body, CancellationToken cancellation) =>
        SendAsync(
            new MqttPublishPacket
            {
                Topic = topic,
                PayloadSegment = Encoding.UTF8.GetBytes(body),
                QualityOfServiceLevel = MqttQualityOfServiceLevel.AtMostOnce,
            },
            cancellation
        );

    public void Dispose() => _adapter.Dispose();
}
