using System.Collections.Concurrent;
using Amqp;
using Amqp.Listener;

namespace HubStandIn.Amqp;

/// <summary>A link that the device receives on. Messages wait until it has given credit.</summary>
internal sealed class OutgoingLink(ListenerLink link) : LinkEndpoint
{
    private readonly ConcurrentQueue<Message> _waiting = new();
    private readonly Lock _gate = new();
    private int _credit;

    public void Send(Message message)
    {
        _waiting.Enqueue(message);
        SendWaiting();
    }

    public override void OnFlow(FlowContext flowContext)
    {
        lock (_gate)
            _credit = Math.Max(0, _credit + flowContext.Messages);
        SendWaiting();
    }

    public override void OnDisposition(DispositionContext dispositionContext) => dispositionContext.Complete();

    private void SendWaiting()
    {
        lock (_gate)
        {
            for (; _credit > 0 && !link.IsClosed && _waiting.TryDequeue(out var message); _credit--)
                link.SendMessage(message);
        }
    }
}
