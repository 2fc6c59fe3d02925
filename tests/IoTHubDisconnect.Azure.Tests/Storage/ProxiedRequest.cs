using Microsoft.AspNetCore.Http;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>A request as the proxy saw it.</summary>
internal sealed class ProxiedRequest(HttpRequest request)
{
    /// <summary>The path, decoded.</summary>
    public string Path { get; } = request.Path.Value!;

    /// <summary>The header of that name; null without one.</summary>
    public string? Authorization { get; } = request.Headers.Authorization;

    /// <summary>What is listed; null for other requests.</summary>
    public string? ListedPrefix { get; } = request.Query["comp"] == "list" ? $"{request.Query["prefix"]}" : null;

    /// <summary>Whether a blob's content is asked for.</summary>
    public bool IsDownload { get; } = request.Method == "GET" && request.Query["comp"] != "list";

    /// <summary>Where the content asked for begins.</summary>
    public long Offset { get; } =
        Range(request) is { } range ? long.Parse(range[6..range.IndexOf('-')], provider: null) : 0;

    public override string ToString() => ListedPrefix is { } prefix ? $"list {prefix}" : $"{Path} from {Offset}";

    private static string? Range(HttpRequest request) =>
        (string?)request.Headers["x-ms-range"] ?? request.Headers.Range;
}
