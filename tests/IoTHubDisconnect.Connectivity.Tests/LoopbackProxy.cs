using System.Net.Sockets;
using System.Text;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>An HTTP proxy that knows CONNECT, and perhaps one user.</summary>
internal sealed class LoopbackProxy : LoopbackServer
{
    private int _tunnels;

    /// <summary>The user with the password; null to let everyone through.</summary>
    public string? User { get; init; }

    /// <summary>How many connections it has made.</summary>
    public int Tunnels => _tunnels;

    protected override async Task ServeAsync(TcpClient client, NetworkStream stream)
    {
        var head = new byte[4096];
        var text = Encoding.ASCII.GetString(head, 0, await stream.ReadAsync(head));
        if (
            User is not null
            && !text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(User)), StringComparison.Ordinal)
        )
        {
            await stream.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"u8.ToArray());
            return;
        }
        var target = text.Split(' ')[1].Split(':');
        using var hub = new TcpClient();
        await hub.ConnectAsync(target[0], int.Parse(target[1], System.Globalization.CultureInfo.InvariantCulture));
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
        Interlocked.Increment(ref _tunnels);
        await Task.WhenAny(stream.CopyToAsync(hub.GetStream()), hub.GetStream().CopyToAsync(stream));
    }
}
