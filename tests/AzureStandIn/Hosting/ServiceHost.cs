using AzureStandIn.Certificates;
using AzureStandIn.DataExplorer;
using AzureStandIn.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AzureStandIn.Hosting;

/// <summary>
/// The web server: every request is recorded, may meet a fault, shows its token, and gets its answer.
/// </summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private readonly ServicePorts _ports;
    private readonly WebApplication _app;

    public ServiceHost(
        ServicePorts ports,
        RequestLog requests,
        FaultMiddleware faults,
        TokenGate tokens,
        ServiceRoutes routes
    )
    {
        _ports = ports;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore().AddSingleton<IHostLifetime, OwnersLifetime>();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            ports.Listen(kestrel, listen => listen.UseHttps(CertificateAuthority.Current.IssueLoopback()));
        });
        _app = builder.Build();
        _app.Use(next => context => requests.InvokeAsync(context, next, ports.ServiceOf(context)));
        _app.Use(next => context => faults.InvokeAsync(context, next));
        foreach (var service in Enum.GetValues<AzureService>())
            _app.MapWhen(
                context => RequestInfo.Of(context).Service == service,
                branch => Build(branch, service, tokens, routes)
            );
    }

    public async Task StartAsync()
    {
        await _app.StartAsync();
        _ports.Read(_app.Services.GetRequiredService<IServer>());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Build(IApplicationBuilder branch, AzureService service, TokenGate tokens, ServiceRoutes routes)
    {
        branch.UseRouting();
        branch.Use(next => context => IsOpen(context, service) ? next(context) : tokens.InvokeAsync(context, next));
        branch.UseEndpoints(endpoints =>
        {
            routes.MapOpen(service, endpoints);
            routes.MapGuarded(service, endpoints);
        });
    }

    private static bool IsOpen(HttpContext context, AzureService service) =>
        service is AzureService.Entra or AzureService.ManagedIdentity
        || service == AzureService.DataExplorer && context.Request.Path == DataExplorerService.MetadataPath;
}
