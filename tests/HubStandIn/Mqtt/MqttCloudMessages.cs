using System.Collections.Concurrent;
using System.Text;
using HubStandIn.Registry;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace HubStandIn.Mqtt;

/// <summary>Messages from the cloud over MQTT. With QoS 1 the acknowledgement completes them.</summary>
internal sealed class MqttCloudMessages(MqttWire wire, HubIdentity identity) : IDisposable
{
    private readonly ConcurrentDictionary<ushort, CloudMessage> sent = new();
    private MqttQualityOfServiceLevel quality;
    private bool isListening;
    private int last;

    public void Listen(MqttQualityOfServiceLevel granted)
    {
        quality = granted;
        if (isListening)
            return;
        isListening = true;
        identity.Messages.Arrived += SendWaiting;
        SendWaiting();
    }

    public void Acknowledged(ushort packet)
    {
        if (sent.TryRemove(packet, out CloudMessage? message))
            identity.Messages.Complete(message.LockToken);
    }

    /// <summary>What was not acknowledged waits for the next connection.</summary>
    public void Dispose()
    {
        identity.Messages.Arrived -= SendWaiting;
        isListening = false;
        foreach (CloudMessage message in sent.Values)
            identity.Messages.Abandon(message.LockToken);
        sent.Clear();
    }

    private void SendWaiting() => _ = SendAsync();

    private async Task SendAsync()
    {
        while (identity.Messages.Take() is { } message)
        {
            ushort packet = (ushort)((Interlocked.Increment(ref last) % ushort.MaxValue) + 1);
            if (quality == MqttQualityOfServiceLevel.AtLeastOnce)
                sent[packet] = message;
            await wire.SendAsync(Packet(message, packet), CancellationToken.None);
            if (quality == MqttQualityOfServiceLevel.AtMostOnce)
                identity.Messages.Complete(message.LockToken);
        }
    }

    private MqttPublishPacket Packet(CloudMessage message, ushort packet) =>
        new()
        {
            Topic = $"{DeviceTopics.Own(identity)}messages/devicebound/{Properties(message)}",
            PayloadSegment = Encoding.UTF8.GetBytes(message.Body),
            QualityOfServiceLevel = quality,
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
