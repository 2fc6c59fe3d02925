using System.Net.Http;
using System.Net.WebSockets;
using IoTHubDisconnect.Connectivity.Steps;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Conversations;

/// <summary>Another protocol inside a WebSocket, whose handshake is the greeting.</summary>
/// <param name="test">The test.</param>
/// <param name="connection">A secure connection.</param>
/// <param name="subProtocol">What the WebSocket carries: mqtt or AMQPWSB10.</param>
/// <param name="inner">Makes the conversation inside.</param>
/// <param name="opensInner">Whether the inner greeting is no sign-in, and belongs to this one.</param>
/// <param name="connectsAt">The step from which on the device is connected.</param>
internal sealed class WebSocketConversation(
    ConnectivityTest test,
    Stream connection,
    string subProtocol,
    Func<Stream, IConversation> inner,
    bool opensInner,
    ConnectivityStep connectsAt
) : IConversation
{
    private readonly ClientWebSocket _socket = new();
    private IConversation? _inner;

    public ConnectivityStep? ConnectsAt { get; } = connectsAt;

    public async Task<StepOutcome> OpenAsync(CancellationToken cancellation)
    {
        _socket.Options.AddSubProtocol(subProtocol);
        _socket.Options.KeepAliveInterval = TimeSpan.Zero;
        _socket.Options.CollectHttpResponseDetails = true;
        var given = connection;
        using var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = (_, _) =>
                ValueTask.FromResult(
                    Interlocked.Exchange(ref given, null) ?? throw new IOException("The connection was closed.")
                ),
        };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        try
        {
            // The connection is a secure one: "ws" only keeps the client from making it so twice.
            await _socket
                .ConnectAsync(
                    new Uri($"ws://{(test.Host.Contains(':') ? $"[{test.Host}]" : test.Host)}/$iothub/websocket"),
                    invoker,
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (WebSocketException exception) when ((int)_socket.HttpStatusCode is > 0 and var status)
        {
            throw new StepFailure(
                F.WebSocketRefused,
                $"The request for a WebSocket was answered with {status}.",
                exception
            )
            {
                Detail = new Dictionary<string, object?> { ["Status"] = status },
            };
        }
        _inner = inner(new WebSocketStream(_socket));
        if (opensInner)
            await _inner.OpenAsync(cancellation).ConfigureAwait(false);
        return StepOutcome.Passed($"The WebSocket is open ({subProtocol}).");
    }

    public Task<StepOutcome> SignInAsync(CancellationToken cancellation) => _inner!.SignInAsync(cancellation);

    public Task<StepOutcome> SendAsync(CancellationToken cancellation) => _inner!.SendAsync(cancellation);

    public Task<StepOutcome> ReadTwinAsync(CancellationToken cancellation) => _inner!.ReadTwinAsync(cancellation);

    public async Task<StepOutcome> CloseAsync(CancellationToken cancellation)
    {
        var outcome = await _inner!.CloseAsync(cancellation).ConfigureAwait(false);
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            await _socket
                .CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation)
                .ConfigureAwait(false);
        return outcome;
    }

    public async ValueTask DisposeAsync()
    {
        if (_inner is not null)
            await _inner.DisposeAsync().ConfigureAwait(false);
        _socket.Dispose();
    }
}
