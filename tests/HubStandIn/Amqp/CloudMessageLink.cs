using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using HubStandIn.Registry;

namespace HubStandIn.Amqp;

/// <summary>A device's link for messages from the cloud. They wait in the queue until it has given credit, and are settled by its disposition.</summary>
internal sealed class CloudMessageLink : LinkEndpoint, IDisposable
{
    private readonly ListenerLink link;
    private readonly HubIdentity identity;
    private readonly Dictionary<Message, CloudMessage> sent = [];
    private readonly Lock gate = new();
    private int credit;

    public CloudMessageLink(ListenerLink link, HubIdentity identity)
    {
        (this.link, this.identity) = (link, identity);
        identity.Messages.Arrived += SendWaiting;
    }

    public override void OnFlow(FlowContext flowContext)
    {
        lock (gate)
            credit = Math.Max(0, credit + flowContext.Messages);
        SendWaiting();
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        CloudMessage? message;
        lock (gate)
            sent.Remove(dispositionContext.Message, out message);
        dispositionContext.Complete();
        if (message is null)
            return;
        _ = dispositionContext.DeliveryState switch
        {
            Accepted => identity.Messages.Complete(message.LockToken),
            Rejected => identity.Messages.Reject(message.LockToken),
            _ => identity.Messages.Abandon(message.LockToken),
        };
    }

    public override void OnLinkClosed(ListenerLink link, Error error) => Dispose();

    /// <summary>What was not settled waits for the next link.</summary>
    public void Dispose()
    {
        identity.Messages.Arrived -= SendWaiting;
        lock (gate)
        {
            foreach (CloudMessage message in sent.Values)
                identity.Messages.Abandon(message.LockToken);
            sent.Clear();
        }
    }

    private void SendWaiting()
    {
        lock (gate)
        {
            for (; credit > 0 && !link.IsClosed && identity.Messages.Take() is { } message; credit--)
            {
                Message packet = Packet(message);
                sent[packet] = message;
                link.SendMessage(packet);
            }
        }
    }

    private Message Packet(CloudMessage message)
    {
        var properties = new ApplicationProperties();
        foreach ((string name, string value) in message.Properties)
            properties[name] = value;
        return new Message
        {
            Properties = new Properties
            {
                MessageId = message.Id,
                To = $"/devices/{identity.DeviceId}/messages/devicebound",
            },
            ApplicationProperties = properties,
            BodySection = AmqpBody.Data(message.Body),
        };
    }
}
