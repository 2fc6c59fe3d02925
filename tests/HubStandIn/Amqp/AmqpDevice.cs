using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using HubStandIn.Sessions;

namespace HubStandIn.Amqp;

/// <summary>One device on an AMQP connection: its session and its nodes.</summary>
internal sealed class AmqpDevice(DeviceSession session) : IDisposable
{
    private readonly List<ListenerLink> _links = [];
    private readonly TwinNode _twin = new(session.Identity.Twin);
    private readonly MethodNode _methods = new();
    private CloudMessageLink? _messages;

    public DeviceSession Session => session;

    /// <summary>The endpoint of a link that the device attaches; null for a node that there is not.</summary>
    public LinkEndpoint? Attach(ListenerLink link, string node, Action<Message> telemetry)
    {
        lock (_links)
            _links.Add(link);
        return link.Role ? Incoming(node, telemetry) : Outgoing(node, link);
    }

    /// <summary>Detaches everything, with the reason.</summary>
    public void Detach(Error reason)
    {
        lock (_links)
            _links.ForEach(link => link.CloseAsync(TimeSpan.Zero, reason));
    }

    public void Dispose()
    {
        _twin.Dispose();
        _messages?.Dispose();
    }

    private IncomingLink? Incoming(string node, Action<Message> telemetry) =>
        node switch
        {
            "messages/events" => new IncomingLink(telemetry),
            "twin" => new IncomingLink(_twin.Take),
            "methods/devicebound" or "methods" => new IncomingLink(_methods.Take),
            _ => null,
        };

    private LinkEndpoint? Outgoing(string node, ListenerLink link)
    {
        switch (node)
        {
            case "twin":
                return _twin.Answers = new OutgoingLink(link);
            case "methods/devicebound" or "methods":
                session.Methods = _methods.CallAsync;
                return _methods.Calls = new OutgoingLink(link);
            case "messages/devicebound":
                return _messages = new CloudMessageLink(link, session.Identity);
            default:
                return node == "messages/events" ? new OutgoingLink(link) : null;
        }
    }
}
