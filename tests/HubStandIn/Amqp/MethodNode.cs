using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Amqp;
using Amqp.Framing;
using HubStandIn.Sessions;

namespace HubStandIn.Amqp;

/// <summary>Direct methods over AMQP: calls on one link, answers on the other, matched by correlation id.</summary>
internal sealed class MethodNode
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<MethodAnswer>> _waiting = new();

    public OutgoingLink? Calls { get; set; }

    public async Task<MethodAnswer> CallAsync(string name, JsonNode? payload, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        var answer = new TaskCompletionSource<MethodAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[AmqpBody.Key(id)] = answer;
        Calls?.Send(
            new Message
            {
                Properties = new Properties(),
                ApplicationProperties = new ApplicationProperties { ["IoThub-methodname"] = name },
                BodySection = AmqpBody.Data(payload?.ToJsonString() ?? "null"),
            }.Answering(id)
        );
        try
        {
            return await answer.Task.WaitAsync(cancellation);
        }
        finally
        {
            _waiting.TryRemove(AmqpBody.Key(id), out _);
        }
    }

    public void Take(Message message)
    {
        var status = Convert.ToInt32(
            message.ApplicationProperties?["IoThub-status"] ?? 0,
            CultureInfo.InvariantCulture
        );
        var body = AmqpBody.Text(message);
        if (_waiting.TryRemove(AmqpBody.Key(message.Properties?.GetCorrelationId()), out var answer))
            answer.TrySetResult(new MethodAnswer(status, body.Length == 0 ? null : JsonNode.Parse(body)));
    }
}
