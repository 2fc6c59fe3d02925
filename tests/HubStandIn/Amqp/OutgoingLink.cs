using System.Collections.Concurrent;
using Amqp;
using Amqp.Listener;

namespace HubStandIn.Amqp;

/// <summary>A link that the device receives on. Messages wait until it has given credit.</summary>
internal sealed class OutgoingLink(ListenerLink link) : LinkEndpoint
{
    private readonly ConcurrentQueue<Message> waiting = new();
    private readonly Lock gate = new();
    private int credit;

    public void Send(Message message)
    {
        waiting.Enqueue(message);
        SendWaiting();
    }

    public override void OnFlow(FlowContext flowContext)
    {
        lock (gate)
            credit = Math.Max(0, credit + flowContext.Messages);
        SendWaiting();
    }

    public override void OnDisposition(DispositionContext dispositionContext) => dispositionContext.Complete();

    private void SendWaiting()
    {
        lock (gate)
        {
            for (; credit > 0 && !link.IsClosed && waiting.TryDequeue(out Message? message); credit--)
                link.SendMessage(message);
        }
    }
}
