using System.Text;
using Amqp;
using Amqp.Framing;
using Amqp.Sasl;
using Amqp.Types;

namespace HubStandIn.Amqp;

/// <summary>
/// A SASL mechanism that ends with the first word: PLAIN with a token, or MSSBCBS, which leaves the token to put-token.
/// </summary>
/// <param name="mechanism">Its name.</param>
/// <param name="accept">What decides by user and password; both empty where the client gave none.</param>
internal sealed class TokenSasl(string mechanism, Func<string, string, bool> accept) : SaslProfile(mechanism)
{
    protected override ITransport UpgradeTransport(ITransport transport) => transport;

    protected override DescribedList GetStartCommand(string hostname) => throw new NotSupportedException();

    protected override DescribedList OnCommand(DescribedList command)
    {
        var parts = Encoding.UTF8.GetString((command as SaslInit)?.InitialResponse ?? []).Split('\0');
        var good = parts.Length == 3 ? accept(parts[1], parts[2]) : accept("", "");
        return new SaslOutcome { Code = good ? SaslCode.Ok : SaslCode.Auth };
    }
}
