using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace AzureStandIn.Hosting;

/// <summary>A port for every service, so that a call to the wrong one fails as it does on Azure.</summary>
internal sealed class ServicePorts(int firstPort)
{
    private static readonly AzureService[] Services = Enum.GetValues<AzureService>();

    private readonly Dictionary<int, AzureService> _byPort = [];

    public Dictionary<AzureService, Uri> Uris { get; } = [];

    public void Listen(KestrelServerOptions kestrel, Action<ListenOptions> useHttps)
    {
        for (var i = 0; i < Services.Length; i++)
        {
            var plain = Services[i] == AzureService.ManagedIdentity;
            kestrel.Listen(
                IPAddress.Loopback,
                firstPort == 0 ? 0 : firstPort + i,
                listen =>
                {
                    // Cutting a connection is to cut it, not to reset a stream in it.
                    listen.Protocols = HttpProtocols.Http1;
                    if (!plain)
                        useHttps(listen);
                }
            );
        }
    }

    /// <summary>
    /// Takes the ports that the system gave; the server lists them in the order in which they were asked for.
    /// </summary>
    public void Read(IServer server)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        foreach (var (service, address) in Services.Zip(addresses))
        {
            var uri = new Uri(address);
            _byPort[uri.Port] = service;
            Uris[service] = uri;
        }
    }

    public AzureService ServiceOf(HttpContext context) => _byPort[context.Connection.LocalPort];
}
