using System.Text;
using Amqp;
using Amqp.Framing;

namespace HubStandIn.Amqp;

/// <summary>The bodies and ids of messages.</summary>
internal static class AmqpBody
{
    public static string Text(Message message) =>
        message.Body switch
        {
            byte[] bytes => Encoding.UTF8.GetString(bytes),
            null => "",
            var other => other.ToString()!,
        };

    public static Data Data(string text) => new() { Binary = Encoding.UTF8.GetBytes(text) };

    /// <summary>
    /// Ids that mean the same as the same text: libraries turn a GUID into bytes or text as they like.
    /// </summary>
    public static string Key(object? id) =>
        id switch
        {
            Guid guid => guid.ToString("N"),
            byte[] { Length: 16 } bytes => new Guid(bytes, bigEndian: true).ToString("N"),
            _ => id?.ToString()?.Replace("-", "", StringComparison.Ordinal) ?? "",
        };
}
