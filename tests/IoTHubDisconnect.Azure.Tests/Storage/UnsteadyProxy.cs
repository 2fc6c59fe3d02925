using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>Stands between a client and the blob service: knows every request, and can misbehave.</summary>
internal sealed class UnsteadyProxy : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HttpClient _http;
    private readonly Uri _service;

    private UnsteadyProxy(WebApplication server, HttpClient http, Uri service) =>
        (_server, _http, _service) = (server, http, service);

    /// <summary>By plain HTTP.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>By HTTPS.</summary>
    public Uri SecureAddress { get; private set; } = null!;

    public ConcurrentQueue<ProxiedRequest> Requests { get; } = [];

    /// <summary>Chooses what a request meets.</summary>
    public Func<ProxiedRequest, ProxyFault> Fault { get; set; } = static _ => ProxyFault.None;

    /// <summary>Is awaited before a request is passed on.</summary>
    public Func<ProxiedRequest, Task> Before { get; set; } = static _ => Task.CompletedTask;

    public static async Task<UnsteadyProxy> StartAsync(Uri service, HttpClient http, LoopbackCertificate certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder
            .WebHost.UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0);
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate.Certificate));
            });
        var server = builder.Build();
        var proxy = new UnsteadyProxy(server, http, service);
        server.Run(proxy.AnswerAsync);
        await server.StartAsync();
        var addresses = server
            .Services.GetRequiredService<IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>()
            .Addresses;
        proxy.Address = new Uri(addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal)));
        proxy.SecureAddress = new Uri(
            addresses.Single(address => address.StartsWith("https:", StringComparison.Ordinal))
        );
        return proxy;
    }

    public void Calm()
    {
        (Fault, Before) = (static _ => ProxyFault.None, static _ => Task.CompletedTask);
        Requests.Clear();
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var asked = new ProxiedRequest(context.Request);
        Requests.Enqueue(asked);
        await Before(asked);
        var fault = Fault(asked);
        if (fault.Answer is { } answer)
        {
            context.Response.StatusCode = answer.Status;
            context.Response.Headers["x-ms-error-code"] = answer.Code;
            context.Response.ContentType = "application/xml";
            if (fault.Challenge is { } challenge)
                context.Response.Headers.WWWAuthenticate = challenge;
            await context.Response.WriteAsync(
                $"""<?xml version="1.0" encoding="utf-8"?><Error><Code>{answer.Code}</Code><Message>The request failed.</Message><AuthenticationErrorDetail>{answer.Detail}</AuthenticationErrorDetail></Error>"""
            );
            return;
        }
        if (fault.CutAfter == 0)
        {
            context.Abort();
            return;
        }
        using var response = await PassOnAsync(context);
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            context.Response.Headers[name] = values.ToArray();
        context.Response.Headers.Remove("Transfer-Encoding");
        await fault.WriteAsync(await response.Content.ReadAsByteArrayAsync(context.RequestAborted), context);
    }

    private async Task<HttpResponseMessage> PassOnAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(_service, target));
        foreach (var (name, values) in context.Request.Headers)
        {
            if (
                name is not "Host" and not "Connection"
                && !request.Headers.TryAddWithoutValidation(name, values.ToArray())
            )
                throw new NotSupportedException($"{name} is no header of a request that reads.");
        }
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
    }
}
