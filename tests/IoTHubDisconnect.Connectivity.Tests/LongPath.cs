using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>A long way to a port: everything arrives, but later.</summary>
internal sealed class LongPath : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int inside;
    private readonly TimeSpan oneWay;
    private readonly Task accepting;

    public LongPath(int inside, TimeSpan oneWay)
    {
        (this.inside, this.oneWay) = (inside, oneWay);
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // It is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var closing = client;
        using var hub = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await hub.ConnectAsync(IPAddress.Loopback, inside);
            await Task.WhenAny(CarryAsync(client.GetStream(), hub.GetStream()), CarryAsync(hub.GetStream(), client.GetStream()));
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            // One side has gone.
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var underway = Channel.CreateUnbounded<(long Due, byte[] Bytes)>();
        var delivering = DeliverAsync(underway.Reader, to);
        var buffer = new byte[16384];
        while (await from.ReadAsync(buffer) is > 0 and var count)
            underway.Writer.TryWrite((Environment.TickCount64 + (long)oneWay.TotalMilliseconds, buffer[..count]));
        underway.Writer.Complete();
        await delivering;
    }

    private static async Task DeliverAsync(ChannelReader<(long Due, byte[] Bytes)> underway, NetworkStream to)
    {
        await foreach (var (due, bytes) in underway.ReadAllAsync())
        {
            if (due - Environment.TickCount64 is > 0 and var left) await Task.Delay((int)left);
            await to.WriteAsync(bytes);
        }
    }
}
