using System.Text.Json.Nodes;
using Amqp;
using Amqp.Framing;
using Amqp.Types;
using HubStandIn.Registry;

namespace HubStandIn.Amqp;

/// <summary>A device's twin: requests on one link, answers on the other, matched by correlation id.</summary>
internal sealed class TwinNode(DeviceTwin twin) : IDisposable
{
    private const string Notifications = "/notifications/twin/properties/desired";

    public OutgoingLink? Answers { get; set; }

    public void Take(Message request)
    {
        var operation = request.MessageAnnotations?[new Symbol("operation")]?.ToString();
        var resource = request.MessageAnnotations?[new Symbol("resource")]?.ToString();
        var (status, body) = (operation, resource) switch
        {
            ("GET", _) => (200, twin.ToJson().ToJsonString()),
            ("PATCH", "/properties/reported") => Report(AmqpBody.Text(request)),
            ("PUT", Notifications) => Listen(true),
            ("DELETE", Notifications) => Listen(false),
            _ => (400, "{}"),
        };
        var answer = new Message
        {
            Properties = new Properties(),
            MessageAnnotations = new MessageAnnotations { [new Symbol("status")] = status },
            BodySection = AmqpBody.Data(body),
        };
        Answers?.Send(answer.Answering(request.Properties?.GetCorrelationId()));
    }

    public void Dispose() => twin.DesiredChanged -= Tell;

    private (int Status, string Body) Listen(bool isWanted)
    {
        twin.DesiredChanged -= Tell;
        if (isWanted)
            twin.DesiredChanged += Tell;
        return (200, "");
    }

    private void Tell(JsonObject patch) =>
        Answers?.Send(
            new Message
            {
                MessageAnnotations = new MessageAnnotations { [new Symbol("resource")] = Notifications },
                BodySection = AmqpBody.Data(patch.ToJsonString()),
            }
        );

    private (int Status, string Body) Report(string body)
    {
        if (JsonNode.Parse(body) is not JsonObject patch)
            return (400, "{}");
        twin.Report(patch);
        return (200, "");
    }
}
