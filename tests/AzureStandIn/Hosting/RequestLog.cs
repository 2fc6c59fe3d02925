using System.Text.Json;
using AzureStandIn.Faults;
using Microsoft.AspNetCore.Http;

namespace AzureStandIn.Hosting;

/// <summary>Keeps every request, in the order in which they were answered.</summary>
internal sealed class RequestLog
{
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization",
        "X-IDENTITY-HEADER",
        "Cookie",
    };

    private readonly Lock _gate = new();
    private readonly List<RecordedRequest> _requests = [];

    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_gate)
                return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next, AzureService service)
    {
        // Microsoft's clients put a resource id, which begins with a slash, behind a slash.
        context.Request.Path = context.Request.Path.Value!.Replace("//", "/", StringComparison.Ordinal);
        var info = new RequestInfo(service);
        info.AttachTo(context);
        await ReadQueryAsync(context.Request, info);
        var body = new CountedStream(context.Response.Body);
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            Add(context, info, body.Bytes);
        }
    }

    private static async Task ReadQueryAsync(HttpRequest request, RequestInfo info)
    {
        if (info.Service is not (AzureService.Logs or AzureService.DataExplorer))
            return;
        info.Query = request.Query["query"];
        info.TimeSpan = request.Query["timespan"];
        if (request.Method != "POST")
            return;

        request.EnableBuffering();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            info.Query = Text(body.RootElement, "query") ?? Text(body.RootElement, "csl") ?? info.Query;
            info.TimeSpan = Text(body.RootElement, "timespan") ?? info.TimeSpan;
        }
        catch (JsonException)
        {
            // The service says what is wrong with it.
        }

        request.Body.Position = 0;
    }

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private void Add(HttpContext context, RequestInfo info, long bytes)
    {
        var request = context.Request;
        var recorded = new RecordedRequest
        {
            Service = info.Service,
            Method = request.Method,
            Path = request.Path,
            QueryString = request.QueryString.Value ?? "",
            Query = info.Query,
            TimeSpan = info.TimeSpan,
            Token = info.Token,
            Headers = request
                .Headers.Where(header => !Secret.Contains(header.Key))
                .ToDictionary(
                    header => header.Key,
                    header => header.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
            Status = info.Fault?.Kind == FaultKind.CutBeforeHeaders ? 0 : context.Response.StatusCode,
            Bytes = bytes,
            Fault = info.Fault,
        };
        lock (_gate)
            _requests.Add(recorded);
    }
}
