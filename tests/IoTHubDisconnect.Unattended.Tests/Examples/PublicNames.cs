using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AzureStandIn.Certificates;
using IoTHubDisconnect.Connectivity.Tests;

namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>
/// An HTTP proxy through which Azure's names lead to servers on this machine,
/// with certificates of the stand-in's authority.
/// </summary>
internal sealed class PublicNames(IReadOnlyDictionary<string, Uri> servers) : LoopbackServer
{
    private readonly X509Certificate2 _certificate = CertificateAuthority.Current.Issue(
        [.. servers.Keys],
        DateTimeOffset.UtcNow.AddHours(-1),
        DateTimeOffset.UtcNow.AddDays(1)
    );

    protected override async Task ServeAsync(TcpClient client, NetworkStream stream)
    {
        var head = new byte[4096];
        var line = Encoding.ASCII.GetString(head, 0, await stream.ReadAsync(head));
        if (!servers.TryGetValue(line.Split(' ', ':')[1], out var address))
        {
            await stream.WriteAsync("HTTP/1.1 502 Bad Gateway\r\n\r\n"u8.ToArray());
            return;
        }
        using var server = new TcpClient();
        await server.ConnectAsync(address.Host, address.Port);
        await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
        await using var outside = new SslStream(stream);
        await outside.AuthenticateAsServerAsync(_certificate);
        await using var inside = new SslStream(server.GetStream(), leaveInnerStreamOpen: false, (_, _, _, _) => true);
        await inside.AuthenticateAsClientAsync(address.Host);
        await Task.WhenAny(outside.CopyToAsync(inside), inside.CopyToAsync(outside));
    }
}
