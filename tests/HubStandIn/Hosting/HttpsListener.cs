using System.Net;
using HubStandIn.Network;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace HubStandIn.Hosting;

/// <summary>The web server behind the hub's HTTPS port.</summary>
internal sealed class HttpsListener(
    HubPort port,
    HubConditions conditions,
    TimeProvider clock,
    Action<IEndpointRouteBuilder> map
) : IAsyncDisposable
{
    private WebApplication? _app;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(Listen);
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.Use(AddDate);
        _app.UseWebSockets();
        _app.UseRouting();
        map(_app);
        await _app.StartAsync();
        var address = _app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        port.Start(new IPEndPoint(IPAddress.Loopback, new Uri(address).Port));
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            using var now = new CancellationTokenSource(0);
            await _app.StopAsync(now.Token);
            await _app.DisposeAsync();
        }
    }

    private void Listen(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Listen(
            IPAddress.Loopback,
            0,
            listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(port.Tls) });
            }
        );
    }

    private Task AddDate(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.Date = (clock.GetUtcNow() + conditions.DateSkew).ToString("R");
        return next(context);
    }
}
