using System.Net;
using System.Net.Sockets;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>A port of this machine, and somebody at it.</summary>
internal abstract class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;

    protected LoopbackServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _accepting;
    }

    protected abstract Task ServeAsync(TcpClient client, NetworkStream stream);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var closing = client;
        try
        {
            await ServeAsync(client, client.GetStream());
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            // One side has gone.
        }
    }
}
