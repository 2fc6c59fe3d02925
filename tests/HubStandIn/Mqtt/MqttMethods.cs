using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using HubStandIn.Sessions;

namespace HubStandIn.Mqtt;

/// <summary>
/// Direct methods over MQTT: $iothub/methods/POST/{name}/?$rid={id}, answered with
/// $iothub/methods/res/{status}/?$rid={id}.
/// </summary>
internal sealed class MqttMethods(MqttWire wire)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<MethodAnswer>> _waiting = new();
    private int _last;

    public async Task<MethodAnswer> CallAsync(string name, JsonNode? payload, CancellationToken cancellation)
    {
        var request = Interlocked.Increment(ref _last).ToString("x", CultureInfo.InvariantCulture);
        var answer = new TaskCompletionSource<MethodAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[request] = answer;
        try
        {
            await wire.PublishAsync(
                $"$iothub/methods/POST/{name}/?$rid={request}",
                payload?.ToJsonString() ?? "null",
                cancellation
            );
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            _waiting.TryRemove(request, out _);
        }
    }

    /// <summary>Takes what follows $iothub/methods/res/ and the body.</summary>
    public void Answered(string rest, string body)
    {
        var parts = rest.Split("/?$rid=", 2);
        if (
            parts.Length == 2
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var status)
            && _waiting.TryRemove(parts[1], out var answer)
        )
            answer.TrySetResult(new MethodAnswer(status, body.Length == 0 ? null : JsonNode.Parse(body)));
    }
}
