using System.Net;
using System.Text;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>A web server that is no storage service: it gives the same answer to whatever is asked.</summary>
internal sealed class OddServer : IDisposable
{
    private readonly HttpListener _listener = new();

    public OddServer(int status, string type, string answer)
    {
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = Task.Run(() => Serve(status, type, Encoding.UTF8.GetBytes(answer)));
    }

    public string Address { get; }

    public void Dispose() => _listener.Close();

    private async Task Serve(int status, string type, byte[] answer)
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                (context.Response.StatusCode, context.Response.ContentType) = (status, type);
                context.Response.Close(answer, willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // It was closed.
        }
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
