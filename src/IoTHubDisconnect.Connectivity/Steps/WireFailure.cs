using System.Net.Http;
using System.Net.Sockets;
using System.Net.WebSockets;
using Amqp;
using IoTHubDisconnect.Contracts;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Steps;

/// <summary>Makes of what sockets and the protocols' libraries throw what people can act on.</summary>
internal static class WireFailure
{
    public static StepFailure Of(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is StepFailure known)
                return known;
            if (inner is SocketException socket)
                return OfSocket(socket);
        }
        return exception switch
        {
            AzureException azure => new StepFailure(
                azure.Kind == AzureErrorKind.NotSignedIn ? F.NotSignedIn : F.AccessDenied,
                azure.Message,
                azure
            ),
            AmqpException { Error: { } error } => Hub.HubError.OfAmqp(error).ToFailure(),
            WebSocketException or EndOfStreamException => Lost(exception),
            HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => new StepFailure(
                F.UnexpectedAnswer,
                "The answer is no HTTP.",
                exception
            ),
            MQTTnet.Exceptions.MqttProtocolViolationException => new StepFailure(
                F.UnexpectedAnswer,
                "The answer is no MQTT.",
                exception
            ),
            _ => Lost(exception),
        };
    }

    private static StepFailure OfSocket(SocketException socket) =>
        socket.SocketErrorCode switch
        {
            SocketError.ConnectionRefused => new StepFailure(
                F.PortClosed,
                "The connection was refused: nothing listens at the port, or a firewall says so.",
                socket
            ),
            SocketError.TimedOut => new StepFailure(F.PortFiltered, "Nothing answered: no refusal, no error.", socket),
            SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.AddressFamilyNotSupported =>
                new StepFailure(F.Unreachable, $"There is no way to the address: {socket.Message}.", socket),
            SocketError.HostNotFound or SocketError.NoData => new StepFailure(
                F.DnsNotFound,
                "The name is not known to DNS.",
                socket
            ),
            SocketError.TryAgain or SocketError.NoRecovery => new StepFailure(
                F.DnsFailed,
                $"The DNS server gave no answer: {socket.Message}.",
                socket
            ),
            SocketError.ConnectionReset => new StepFailure(
                F.ConnectionLost,
                "The connection was reset by the other side, or by something between.",
                socket
            ),
            _ => Lost(socket),
        };

    private static StepFailure Lost(Exception exception) =>
        new(F.ConnectionLost, "The other side closed the connection without an answer.", exception);
}
