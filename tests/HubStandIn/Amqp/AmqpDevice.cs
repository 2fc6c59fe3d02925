using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using HubStandIn.Sessions;

namespace HubStandIn.Amqp;

/// <summary>One device on an AMQP connection: its session and its nodes.</summary>
internal sealed class AmqpDevice(DeviceSession session) : IDisposable
{
    private readonly List<ListenerLink> links = [];
    private readonly TwinNode twin = new(session.Identity.Twin);
    private readonly MethodNode methods = new();
    private CloudMessageLink? messages;

    public DeviceSession Session => session;

    /// <summary>The endpoint of a link that the device attaches; null for a node that there is not.</summary>
    public LinkEndpoint? Attach(ListenerLink link, string node, Action<Message> telemetry)
    {
        lock (links)
            links.Add(link);
        return link.Role ? Incoming(node, telemetry) : Outgoing(node, link);
    }

    /// <summary>Detaches everything, with the reason.</summary>
    public void Detach(Error reason)
    {
        lock (links)
            links.ForEach(link => link.CloseAsync(TimeSpan.Zero, reason));
    }

    public void Dispose()
    {
        twin.Dispose();
        messages?.Dispose();
    }

    private IncomingLink? Incoming(string node, Action<Message> telemetry) =>
        node switch
        {
            "messages/events" => new IncomingLink(telemetry),
            "twin" => new IncomingLink(twin.Take),
            "methods/devicebound" or "methods" => new IncomingLink(methods.Take),
            _ => null,
        };

    private LinkEndpoint? Outgoing(string node, ListenerLink link)
    {
        switch (node)
        {
            case "twin":
                return twin.Answers = new OutgoingLink(link);
            case "methods/devicebound" or "methods":
                session.Methods = methods.CallAsync;
                return methods.Calls = new OutgoingLink(link);
            case "messages/devicebound":
                return messages = new CloudMessageLink(link, session.Identity);
            default:
                return node == "messages/events" ? new OutgoingLink(link) : null;
        }
    }
}
