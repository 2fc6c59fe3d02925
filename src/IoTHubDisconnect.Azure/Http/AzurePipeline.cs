using System.Net;
using System.Net.Http;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using IoTHubDisconnect.Azure.SigningIn;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>
/// Sends requests to one service: with its token, again after short outages, and with word of it on the caller's
/// streams.
/// </summary>
internal sealed class AzurePipeline
{
    /// <summary>
    /// As the SDK's own, which does not ask for compressed answers. Connections are made
    /// anew at times, for addresses change.
    /// </summary>
    private static readonly HttpClientTransport Compressed = new(
        new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.GZip,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        }
    );

    private readonly HttpPipeline _pipeline;

    /// <param name="networkTimeout">How long the service may take to answer, or to send the next bytes.</param>
    /// <param name="retriesTimeouts">Whether a 504 is worth another try.</param>
    public AzurePipeline(
        IdentityTokens tokens,
        CloudService service,
        string audience,
        TimeSpan networkTimeout,
        bool retriesTimeouts
    )
    {
        _pipeline = Build(networkTimeout, retriesTimeouts, new TokenPolicy(tokens, service, audience));
    }

    /// <summary>A pipeline for what takes no sign-in.</summary>
    public AzurePipeline(TimeSpan networkTimeout) => _pipeline = Build(networkTimeout, retriesTimeouts: true);

    private static HttpPipeline Build(TimeSpan networkTimeout, bool retriesTimeouts, params HttpPipelinePolicy[] last)
    {
        var options = new Options { RetryPolicy = new PatientRetryPolicy(retriesTimeouts), Transport = Compressed };
        options.Retry.NetworkTimeout = networkTimeout;
        options.Diagnostics.ApplicationId = "IoTHubDisconnect";
        // The SDK's own logging goes to event listeners of the whole process.
        options.Diagnostics.IsLoggingEnabled = false;
        return HttpPipelineBuilder.Build(options, [], [new TracePolicy(), .. last], null);
    }

    /// <summary>Sends a request, and returns its answer with a body still to be read.</summary>
    /// <param name="target">What messages call the thing asked for.</param>
    /// <exception cref="AzureException">No answer came, or one that tells of a failure.</exception>
    public async Task<Response> SendAsync(
        RequestMethod method,
        Uri uri,
        RequestContent? content,
        Action<Request>? prepare,
        string target,
        AzureCall call
    )
    {
        Failures.RequireHttps(uri, target);
        var message = _pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        message.Request.Content = content;
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        prepare?.Invoke(message.Request);
        message.SetProperty(typeof(AzureCall), call);
        try
        {
            await Failures
                .TranslateAsync(
                    target,
                    async () =>
                    {
                        await _pipeline.SendAsync(message, call.Cancellation).ConfigureAwait(false);
                        return true;
                    }
                )
                .ConfigureAwait(false);
            var response = message.Response;
            if (response.IsError)
                throw await Failures.OfAsync(response, target, call.Cancellation).ConfigureAwait(false);

            // The message would take the body with it, so it is let go only where there is none to read.
            return response;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private sealed class Options : ClientOptions;
}
