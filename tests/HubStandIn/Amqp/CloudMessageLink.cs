using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using HubStandIn.Registry;

namespace HubStandIn.Amqp;

/// <summary>
/// A device's link for messages from the cloud. They wait in the queue until it has given credit, and are settled by
/// its disposition.
/// </summary>
internal sealed class CloudMessageLink : LinkEndpoint, IDisposable
{
    private readonly ListenerLink _link;
    private readonly HubIdentity _identity;
    private readonly Dictionary<Message, CloudMessage> _sent = [];
    private readonly Lock _gate = new();
    private int _credit;

    public CloudMessageLink(ListenerLink link, HubIdentity identity)
    {
        (_link, _identity) = (link, identity);
        identity.Messages.Arrived += SendWaiting;
    }

    public override void OnFlow(FlowContext flowContext)
    {
        lock (_gate)
            _credit = Math.Max(0, _credit + flowContext.Messages);
        SendWaiting();
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        CloudMessage? message;
        lock (_gate)
            _sent.Remove(dispositionContext.Message, out message);
        dispositionContext.Complete();
        if (message is null)
            return;
        _ = dispositionContext.DeliveryState switch
        {
            Accepted => _identity.Messages.Complete(message.LockToken),
            Rejected => _identity.Messages.Reject(message.LockToken),
            _ => _identity.Messages.Abandon(message.LockToken),
        };
    }

    public override void OnLinkClosed(ListenerLink link, Error error) => Dispose();

    /// <summary>What was not settled waits for the next link.</summary>
    public void Dispose()
    {
        _identity.Messages.Arrived -= SendWaiting;
        lock (_gate)
        {
            foreach (var message in _sent.Values)
                _identity.Messages.Abandon(message.LockToken);
            _sent.Clear();
        }
    }

    private void SendWaiting()
    {
        lock (_gate)
        {
            for (; _credit > 0 && !_link.IsClosed && _identity.Messages.Take() is { } message; _credit--)
            {
                var packet = Packet(message);
                _sent[packet] = message;
                _link.SendMessage(packet);
            }
        }
    }

    private Message Packet(CloudMessage message)
    {
        var properties = new ApplicationProperties();
        foreach (var (name, value) in message.Properties)
            properties[name] = value;
        return new Message
        {
            Properties = new Properties
            {
                MessageId = message.Id,
                To = $"/devices/{_identity.DeviceId}/messages/devicebound",
            },
            ApplicationProperties = properties,
            BodySection = AmqpBody.Data(message.Body),
        };
    }
}
