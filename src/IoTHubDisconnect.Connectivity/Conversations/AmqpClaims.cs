using Amqp;
using Amqp.Framing;
using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>Signs in on a connection of AMQP: put-token to $cbs.</summary>
internal static class AmqpClaims
{
    private const string Node = "$cbs";
    private const string ReplyTo = "cbs";
    private const int Accepted = 202;
    private const int Good = 200;

    /// <summary>Gives the hub a token.</summary>
    /// <returns>What the hub has against it; null where it takes it.</returns>
    public static async Task<HubError?> PutAsync(
        Session session,
        string audience,
        string token,
        CancellationToken cancellation
    )
    {
        var receiver = new ReceiverLink(
            session,
            "cbs-answers",
            new Attach
            {
                Source = new Source { Address = Node },
                Target = new Target { Address = ReplyTo },
            },
            null
        );
        receiver.SetCredit(1);
        var sender = new SenderLink(session, "cbs-requests", Node);
        await sender
            .SendAsync(
                new Message(token)
                {
                    Properties = new Properties
                    {
                        MessageId = "1",
                        To = Node,
                        ReplyTo = ReplyTo,
                    },
                    ApplicationProperties = new ApplicationProperties
                    {
                        ["operation"] = "put-token",
                        ["type"] = "servicebus.windows.net:sastoken",
                        ["name"] = audience,
                    },
                }
            )
            .WaitAsync(cancellation)
            .ConfigureAwait(false);
        using var answer =
            await receiver.ReceiveAsync(Timeout.InfiniteTimeSpan).WaitAsync(cancellation).ConfigureAwait(false)
            ?? throw new StepFailure(F.ConnectionLost, "The hub closed the connection without an answer to the token.");
        receiver.Accept(answer);
        var status = answer.ApplicationProperties?["status-code"] is int code ? code : 0;
        return status is Good or Accepted
            ? null
            : HubError.OfClaims(status, answer.ApplicationProperties?["status-description"]?.ToString());
    }
}
