using Amqp;
using Amqp.Framing;
using Amqp.Types;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>
/// Reads a twin over AMQP: requests on one link, answers on another, held together by a correlation id.
/// </summary>
internal static class AmqpTwin
{
    private const int Good = 200;

    /// <returns>The size of the twin, in bytes.</returns>
    public static async Task<int> ReadAsync(Session session, string node, CancellationToken cancellation)
    {
        var properties = new Fields
        {
            [new Symbol("com.microsoft:channel-correlation-id")] = $"twin:{Guid.NewGuid()}",
            [new Symbol("com.microsoft:api-version")] = "2021-04-12",
        };
        var receiver = new ReceiverLink(
            session,
            "twin-answers",
            new Attach
            {
                Source = new Source { Address = node },
                Target = new Target(),
                Properties = properties,
            },
            null
        );
        var sender = new SenderLink(
            session,
            "twin-requests",
            new Attach
            {
                Source = new Source(),
                Target = new Target { Address = node },
                Properties = properties,
                SndSettleMode = SenderSettleMode.Settled,
            },
            null
        );
        sender.Send(
            new Message
            {
                Properties = new Properties { CorrelationId = $"{Guid.NewGuid()}" },
                MessageAnnotations = new MessageAnnotations { [new Symbol("operation")] = "GET" },
                BodySection = new Data { Binary = " "u8.ToArray() },
            },
            null,
            null
        );
        using var answer =
            await receiver.ReceiveAsync(Timeout.InfiniteTimeSpan).WaitAsync(cancellation).ConfigureAwait(false)
            ?? throw new StepFailure(
                F.ConnectionLost,
                $"The hub detached the link of the twin{(receiver.Error is { } error ? $" ({error.Condition})" : "")}."
            );
        receiver.Accept(answer);
        var status = Convert.ToInt32(
            answer.MessageAnnotations?[new Symbol("status")] ?? Good,
            System.Globalization.CultureInfo.InvariantCulture
        );
        return status == Good
            ? (answer.Body as byte[])?.Length ?? 0
            : throw new StepFailure(F.OperationRefused, $"The hub does not send the twin: status {status}.")
            {
                Detail = new Dictionary<string, object?> { ["Status"] = status },
            };
    }
}
