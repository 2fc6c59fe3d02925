using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using HubStandIn.Network;

namespace HubStandIn.Hosting;

/// <summary>Serves a protocol over TLS on a port of its own.</summary>
internal delegate Task ServeStream(
    Stream stream,
    IPAddress address,
    X509Certificate2? certificate,
    CancellationToken stopping
);

/// <summary>Takes in the connections of one of the hub's ports, and does their TLS.</summary>
internal sealed class TlsListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly HubPort _port;
    private readonly ServeStream _serve;

    public TlsListener(HubPort port, ServeStream serve)
    {
        (_port, _serve) = (port, serve);
        _listener.Start(512);
        port.Start((IPEndPoint)_listener.LocalEndpoint);
        _ = AcceptAsync();
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptSocketAsync(_stopping.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await Task.Yield();
        socket.NoDelay = true;
        var address = _port.ClientBehind((IPEndPoint)socket.RemoteEndPoint!);
        await using var tls = new SslStream(new NetworkStream(socket, ownsSocket: true));
        try
        {
            await tls.AuthenticateAsServerAsync(_port.Tls, _stopping.Token);
            await _serve(tls, address, tls.RemoteCertificate as X509Certificate2, _stopping.Token);
        }
        catch (Exception error)
            when (error is AuthenticationException or IOException or OperationCanceledException or SocketException)
        {
            // No TLS, or no more of it: the client learns of it by the end of the connection.
        }
    }
}
