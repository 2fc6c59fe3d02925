using System.Text.Json;
using System.Text.Json.Nodes;
using HubStandIn.Registry;

namespace HubStandIn.Mqtt;

/// <summary>A device's twin over MQTT: read, reported, and told of what is desired.</summary>
internal sealed class MqttTwin(
    MqttWire wire,
    DeviceTwin twin,
    HubConditions conditions,
    Func<string, bool> isSubscribed
) : IDisposable
{
    private bool _isListening;

    /// <summary>Tells of desired properties from now on.</summary>
    public void Listen()
    {
        if (!_isListening)
            twin.DesiredChanged += Tell;
        _isListening = true;
    }

    /// <summary>Takes what a device publishes. Returns false for what is not about its twin.</summary>
    public async Task<bool> TakeAsync(string topic, string body, CancellationToken cancellation)
    {
        if (topic.StartsWith(DeviceTopics.TwinGet, StringComparison.Ordinal))
            await AnswerAsync(topic[DeviceTopics.TwinGet.Length..], "200", twin.ToJson().ToJsonString(), cancellation);
        else if (topic.StartsWith(DeviceTopics.TwinReport, StringComparison.Ordinal))
            await ReportAsync(topic[DeviceTopics.TwinReport.Length..], body, cancellation);
        else
            return false;
        return true;
    }

    public void Dispose() => twin.DesiredChanged -= Tell;

    private Task ReportAsync(string request, string body, CancellationToken cancellation)
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
            ? AnswerAsync(request, "400", "", cancellation)
            : AnswerAsync(request, "204", "", cancellation, twin.Report(patch));
    }

    private async Task AnswerAsync(
        string request,
        string status,
        string body,
        CancellationToken cancellation,
        int? version = null
    )
    {
        await Task.Delay(conditions.AnswerDelay, CancellationToken.None);
        if (isSubscribed(DeviceTopics.TwinResults))
            await wire.PublishAsync(
                $"$iothub/twin/res/{status}/?$rid={request}{(version is { } number ? $"&$version={number}" : "")}",
                body,
                cancellation
            );
    }

    private void Tell(JsonObject patch)
    {
        if (isSubscribed(DeviceTopics.TwinDesired))
            _ = wire.PublishAsync(
                $"$iothub/twin/PATCH/properties/desired/?$version={patch["$version"]}",
                patch.ToJsonString(),
                CancellationToken.None
            );
    }
}
