using Amqp;

namespace HubStandIn.Amqp;

internal static class MessageAnswering
{
    /// <summary>The message as an answer to another's id, whatever type that has.</summary>
    public static Message Answering(this Message message, object? id)
    {
        if (id is not null)
            message.Properties.SetCorrelationId(id);
        return message;
    }
}
