using System.Globalization;
using System.Text;
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
        var isKept = service == AzureService.ResourceManager;
        var sent = isKept ? await ReadBodyAsync(context.Request) : null;
        using var answer = isKept ? new MemoryStream() : null;
        var body = new CountedStream(context.Response.Body, answer);
        context.Response.Body = body;
        try
        {
            await next(context);
        }
        finally
        {
            Add(context, info, body.Bytes, sent, answer is null ? null : Encoding.UTF8.GetString(answer.ToArray()));
        }
    }

    private static async Task ReadQueryAsync(HttpRequest request, RequestInfo info)
    {
        if (info.Service is not (AzureService.Logs or AzureService.DataExplorer))
            return;
        info.Query = request.Query["query"];
        info.Timespan = request.Query["timespan"];
        if (request.Method != "POST")
            return;

        request.EnableBuffering();
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            info.Query = Text(body.RootElement, "query") ?? Text(body.RootElement, "csl") ?? info.Query;
            info.Timespan = Text(body.RootElement, "timespan") ?? info.Timespan;
            info.ServerTimeout = ServerTimeout(body.RootElement);
        }
        catch (JsonException)
        {
            // The service says what is wrong with it.
        }

        request.Body.Position = 0;
    }

    private static async Task<string?> ReadBodyAsync(HttpRequest request)
    {
        if (request.Method is not ("POST" or "PUT"))
            return null;
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        return text;
    }

    private static TimeSpan? ServerTimeout(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object
        && properties.TryGetProperty("Options", out var options)
        && Text(options, "servertimeout") is { } text
            ? TimeSpan.Parse(text, CultureInfo.InvariantCulture)
            : null;

    private static string? Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object
        && body.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private void Add(HttpContext context, RequestInfo info, long bytes, string? sent, string? answer)
    {
        var request = context.Request;
        var recorded = new RecordedRequest
        {
            Service = info.Service,
            Method = request.Method,
            Path = request.Path,
            QueryString = request.QueryString.Value ?? "",
            Body = sent,
            Answer = answer,
            Query = info.Query,
            TimeSpan = info.Timespan,
            ServerTimeout = info.ServerTimeout,
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
