using Amqp;
using Amqp.Framing;

namespace HubStandIn.Amqp;

/// <summary>$cbs: takes tokens while the connection stays.</summary>
/// <param name="take">What the hub says to a token for an audience; null where it is good.</param>
internal sealed class ClaimsNode(Func<DeviceAddress, string, HubErrorCode?> take)
{
    public const string Address = "$cbs";

    /// <summary>Where answers go.</summary>
    public OutgoingLink? Answers { get; set; }

    public void Take(Message request)
    {
        var audience = request.ApplicationProperties?["name"]?.ToString() ?? "";
        var refusal =
            request.ApplicationProperties?["operation"]?.ToString() != "put-token"
            || DeviceAddress.Parse(Uri.UnescapeDataString(audience)) is not { } device
                ? HubErrorCode.GenericBadRequest
                : take(device, AmqpBody.Text(request));
        Answers?.Send(
            new Message
            {
                Properties = new Properties(),
                ApplicationProperties = new ApplicationProperties
                {
                    ["status-code"] = refusal is { } code ? (int)code / 1000 : 200,
                    ["status-description"] = refusal?.ToString() ?? "OK",
                },
            }.Answering(request.Properties?.GetMessageId())
        );
    }
}
