using System.Collections.Concurrent;
using System.Text;
using HubStandIn.Registry;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace HubStandIn.Mqtt;

/// <summary>Messages from the cloud over MQTT. With QoS 1 the acknowledgement completes them.</summary>
internal sealed class MqttCloudMessages(MqttWire wire, HubIdentity identity) : IDisposable
{
    private readonly ConcurrentDictionary<ushort, CloudMessage> _sent = new();
    private MqttQualityOfServiceLevel _quality;
    private bool _isListening;
    private int _last;

    public void Listen(MqttQualityOfServiceLevel granted)
    {
        _quality = granted;
        if (_isListening)
            return;
        _isListening = true;
        identity.Messages.Arrived += SendWaiting;
        SendWaiting();
    }

    public void Acknowledged(ushort packet)
    {
        if (_sent.TryRemove(packet, out var message))
            identity.Messages.Complete(message.LockToken);
    }

    /// <summary>What was not acknowledged waits for the next connection.</summary>
    public void Dispose()
    {
        identity.Messages.Arrived -= SendWaiting;
        _isListening = false;
        foreach (var message in _sent.Values)
            identity.Messages.Abandon(message.LockToken);
        _sent.Clear();
    }

    private void SendWaiting() => _ = SendAsync();

    private async Task SendAsync()
    {
        while (identity.Messages.Take() is { } message)
        {
            var packet = (ushort)((Interlocked.Increment(ref _last) % ushort.MaxValue) + 1);
            if (_quality == MqttQualityOfServiceLevel.AtLeastOnce)
                _sent[packet] = message;
            await wire.SendAsync(Packet(message, packet), CancellationToken.None);
            if (_quality == MqttQualityOfServiceLevel.AtMostOnce)
                identity.Messages.Complete(message.LockToken);
        }
    }

    private MqttPublishPacket Packet(CloudMessage message, ushort packet) =>
        new()
        {
            Topic = $"{DeviceTopics.Own(identity)}messages/devicebound/{Properties(message)}",
            PayloadSegment = Encoding.UTF8.GetBytes(message.Body),
            QualityOfServiceLevel = _quality,
            PacketIdentifier = packet,
        };

    private string Properties(CloudMessage message) =>
        string.Join(
            '&',
            new[]
            {
                KeyValuePair.Create("$.mid", message.Id),
                KeyValuePair.Create("$.to", $"/{DeviceTopics.Own(identity)}messages/devicebound"),
            }
                .Concat(message.Properties)
                .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")
        );
}
