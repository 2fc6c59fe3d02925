using System.Diagnostics;
using System.Globalization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>
/// Tells the caller's streams of each try: never of its headers, where the token is, nor of its query string, where a
/// SAS may be.
/// </summary>
internal sealed class TracePolicy : HttpPipelinePolicy
{
    private const int TooManyRequests = 429;

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (!message.TryGetProperty(typeof(AzureCall), out var property) || property is not AzureCall call)
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
            return;
        }

        var watch = Stopwatch.StartNew();
        var asked = $"{message.Request.Method} {message.Request.Uri.Host}{message.Request.Uri.ToUri().AbsolutePath}";
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            call.Debug(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{asked}: {exception.GetType().Name} after {watch.Elapsed.TotalSeconds:0.00} s."
                )
            );
            throw;
        }

        var response = message.Response;
        var id = response.Headers.RequestId is { } requestId ? $", request {requestId}" : "";
        call.Debug(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{asked}: {response.Status} after {watch.Elapsed.TotalSeconds:0.00} s{id}."
            )
        );
        if (response.Status == TooManyRequests)
            call.Verbose(
                $"{message.Request.Uri.Host} asks for a "
                    + $"pause{(response.Headers.TryGetValue("Retry-After", out var wait) ? $" of {wait} s" : "")}."
            );
    }
}
