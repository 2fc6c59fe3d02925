using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using HubStandIn.Sessions;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace HubStandIn.Mqtt;

/// <summary>A device's MQTT connection once it has signed in.</summary>
internal sealed class MqttDeviceConnection(
    MqttWire wire,
    DeviceSession session,
    SessionTable sessions,
    HubConditions conditions,
    Telemetry telemetry
)
{
    private readonly DeviceTopics _topics = new(session.Identity);
    private readonly ConcurrentDictionary<string, MqttQualityOfServiceLevel> _subscriptions = new();
    private readonly MqttMethods _methods = new(wire);
    private readonly MqttCloudMessages _messages = new(wire, session.Identity);

    public async Task RunAsync(CancellationToken closing)
    {
        using var twin = new MqttTwin(wire, session.Identity.Twin, conditions, _subscriptions.ContainsKey);
        using (_messages)
            await ServeAsync(twin, closing);
    }

    private async Task ServeAsync(MqttTwin twin, CancellationToken closing)
    {
        while (await wire.ReadAsync(closing) is { } packet)
        {
            sessions.Touch(session);
            if (packet is MqttDisconnectPacket)
            {
                sessions.End(session, HubWords.Goodbye.Codes);
                return;
            }

            if (!await TakeAsync(packet, twin, closing))
                break;
        }

        sessions.End(session, HubWords.Vanished.Codes);
    }

    /// <summary>Returns false for what makes the hub close the connection.</summary>
    private async Task<bool> TakeAsync(MqttPacket packet, MqttTwin twin, CancellationToken closing)
    {
        switch (packet)
        {
            case MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.ExactlyOnce }:
                return false;
            case MqttPublishPacket publish:
                return await PublishedAsync(publish, twin, closing);
            case MqttSubscribePacket subscribe:
                await SubscribedAsync(subscribe, closing);
                Listen(twin);
                return true;
            case MqttUnsubscribePacket unsubscribe:
                foreach (var filter in unsubscribe.TopicFilters)
                    _subscriptions.TryRemove(filter, out _);
                await wire.SendAsync(
                    new MqttUnsubAckPacket { PacketIdentifier = unsubscribe.PacketIdentifier },
                    closing
                );
                Listen(twin);
                return true;
            case MqttPingReqPacket:
                await wire.SendAsync(MqttPingRespPacket.Instance, closing);
                return true;
            case MqttPubAckPacket acknowledged:
                _messages.Acknowledged(acknowledged.PacketIdentifier);
                return true;
            default:
                return false;
        }
    }

    private async Task SubscribedAsync(MqttSubscribePacket subscribe, CancellationToken closing)
    {
        var answer = new MqttSubAckPacket { PacketIdentifier = subscribe.PacketIdentifier, ReasonCodes = [] };
        foreach (var filter in subscribe.TopicFilters)
        {
            var isAllowed = _topics.MaySubscribe(filter.Topic);
            var granted =
                filter.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce
                    ? MqttQualityOfServiceLevel.AtMostOnce
                    : MqttQualityOfServiceLevel.AtLeastOnce;
            if (isAllowed)
                _subscriptions[filter.Topic] = granted;
            answer.ReasonCodes.Add(
                isAllowed ? (MqttSubscribeReasonCode)granted : MqttSubscribeReasonCode.UnspecifiedError
            );
        }

        await wire.SendAsync(answer, closing);
    }

    private void Listen(MqttTwin twin)
    {
        session.Methods = _subscriptions.ContainsKey(DeviceTopics.Methods) ? _methods.CallAsync : null;
        twin.Listen();
        if (
            _subscriptions.FirstOrDefault(subscription => _topics.IsDeviceBound(subscription.Key)) is
            { Key: not null } deviceBound
        )
            _messages.Listen(deviceBound.Value);
        else
            _messages.Dispose();
    }

    private async Task<bool> PublishedAsync(MqttPublishPacket publish, MqttTwin twin, CancellationToken closing)
    {
        var body = Encoding.UTF8.GetString(publish.Payload.ToArray());
        if (_topics.IsTelemetry(publish.Topic))
            telemetry.Add(session.Identity, session.Client.Protocol.ToString(), body);
        else if (publish.Topic.StartsWith(DeviceTopics.MethodResult, StringComparison.Ordinal))
            _methods.Answered(publish.Topic[DeviceTopics.MethodResult.Length..], body);
        else if (!await twin.TakeAsync(publish.Topic, body, closing))
            return false;

        if (publish.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtLeastOnce)
            await wire.SendAsync(new MqttPubAckPacket { PacketIdentifier = publish.PacketIdentifier }, closing);
        return true;
    }
}
