using Amqp;
using Amqp.Listener;

namespace HubStandIn.Amqp;

/// <summary>A link that the device sends on.</summary>
internal sealed class IncomingLink(Action<Message> take) : LinkEndpoint
{
    public override void OnMessage(MessageContext messageContext)
    {
        take(messageContext.Message);
        messageContext.Complete();
    }

    public override void OnFlow(FlowContext flowContext)
    {
        // Credit is the hub's to give.
    }

    public override void OnDisposition(DispositionContext dispositionContext)
    {
        // Nothing was sent that could be settled.
    }
}
