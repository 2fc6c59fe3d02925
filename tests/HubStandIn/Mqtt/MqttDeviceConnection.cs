using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HubStandIn.Sessions;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace HubStandIn.Mqtt;

/// <summary>A device's MQTT connection once it has signed in.</summary>
internal sealed class MqttDeviceConnection(MqttWire wire, DeviceSession session, SessionTable sessions, HubConditions conditions, Telemetry telemetry)
{
    private readonly DeviceTopics topics = new(session.Identity);
    private readonly HashSet<string> subscriptions = [];
    private readonly MqttMethods methods = new(wire);

    public async Task RunAsync(CancellationToken closing)
    {
        while (await wire.ReadAsync(closing) is { } packet)
        {
            sessions.Touch(session);
            if (packet is MqttDisconnectPacket)
            {
                sessions.End(session);
                return;
            }

            if (!await TakeAsync(packet, closing))
                break;
        }

        sessions.End(session, HubErrorCode.DeviceConnectionClosedRemotely);
    }

    /// <summary>Returns false for what makes the hub close the connection.</summary>
    private async Task<bool> TakeAsync(MqttPacket packet, CancellationToken closing)
    {
        switch (packet)
        {
            case MqttPublishPacket { QualityOfServiceLevel: MqttQualityOfServiceLevel.ExactlyOnce }:
                return false;
            case MqttPublishPacket publish:
                return await PublishedAsync(publish, closing);
            case MqttSubscribePacket subscribe:
                await SubscribedAsync(subscribe, closing);
                return true;
            case MqttUnsubscribePacket unsubscribe:
                subscriptions.ExceptWith(unsubscribe.TopicFilters);
                await wire.SendAsync(new MqttUnsubAckPacket { PacketIdentifier = unsubscribe.PacketIdentifier }, closing);
                ListenToMethods();
                return true;
            case MqttPingReqPacket:
                await wire.SendAsync(MqttPingRespPacket.Instance, closing);
                return true;
            default:
                return packet is MqttPubAckPacket;
        }
    }

    private async Task SubscribedAsync(MqttSubscribePacket subscribe, CancellationToken closing)
    {
        var answer = new MqttSubAckPacket { PacketIdentifier = subscribe.PacketIdentifier, ReasonCodes = [] };
        foreach (MqttTopicFilter filter in subscribe.TopicFilters)
        {
            bool allowed = topics.MaySubscribe(filter.Topic);
            if (allowed)
                subscriptions.Add(filter.Topic);
            answer.ReasonCodes.Add(!allowed ? MqttSubscribeReasonCode.UnspecifiedError
                : filter.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtMostOnce ? MqttSubscribeReasonCode.GrantedQoS0
                : MqttSubscribeReasonCode.GrantedQoS1);
        }

        await wire.SendAsync(answer, closing);
        ListenToMethods();
    }

    private void ListenToMethods() => session.Methods = subscriptions.Contains(DeviceTopics.Methods) ? methods.CallAsync : null;

    private async Task<bool> PublishedAsync(MqttPublishPacket publish, CancellationToken closing)
    {
        string body = Encoding.UTF8.GetString(publish.Payload.ToArray());
        if (topics.IsTelemetry(publish.Topic))
            telemetry.Add(session.Identity, session.Client.Protocol.ToString(), body);
        else if (publish.Topic.StartsWith(DeviceTopics.TwinGet, StringComparison.Ordinal))
            await AnswerTwinAsync(publish.Topic[DeviceTopics.TwinGet.Length..], "200", session.Identity.Twin.ToJson().ToJsonString(), closing);
        else if (publish.Topic.StartsWith(DeviceTopics.TwinReport, StringComparison.Ordinal))
            await ReportAsync(publish.Topic[DeviceTopics.TwinReport.Length..], body, closing);
        else if (publish.Topic.StartsWith(DeviceTopics.MethodResult, StringComparison.Ordinal))
            methods.Answered(publish.Topic[DeviceTopics.MethodResult.Length..], body);
        else
            return false;

        if (publish.QualityOfServiceLevel == MqttQualityOfServiceLevel.AtLeastOnce)
            await wire.SendAsync(new MqttPubAckPacket { PacketIdentifier = publish.PacketIdentifier }, closing);
        return true;
    }

    private Task ReportAsync(string request, string body, CancellationToken closing)
    {
        JsonObject? patch = null;
        try
        {
            patch = JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            // No object: the status says it.
        }

        return patch is null
            ? AnswerTwinAsync(request, "400", "", closing)
            : AnswerTwinAsync(request, "204", "", closing, session.Identity.Twin.Report(patch));
    }

    private async Task AnswerTwinAsync(string request, string status, string body, CancellationToken closing, int? version = null)
    {
        await Task.Delay(conditions.AnswerDelay, CancellationToken.None);
        if (subscriptions.Contains(DeviceTopics.TwinResults))
            await wire.PublishAsync($"$iothub/twin/res/{status}/?$rid={request}{(version is { } number ? $"&$version={number}" : "")}", body, closing);
    }
}
