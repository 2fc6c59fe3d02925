using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>A long way to a port: everything arrives, but later.</summary>
internal sealed class LongPath(int inside, TimeSpan oneWay) : LoopbackServer
{
    protected override async Task ServeAsync(TcpClient client, NetworkStream stream)
    {
        using var hub = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        await hub.ConnectAsync(IPAddress.Loopback, inside);
        await Task.WhenAny(CarryAsync(stream, hub.GetStream()), CarryAsync(hub.GetStream(), stream));
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
            if (due - Environment.TickCount64 is > 0 and var left)
                await Task.Delay((int)left);
            await to.WriteAsync(bytes);
        }
    }
}
