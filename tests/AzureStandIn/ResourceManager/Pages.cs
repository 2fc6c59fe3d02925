using Microsoft.AspNetCore.Http;

namespace AzureStandIn.ResourceManager;

/// <summary>Lists as Azure Resource Manager gives them: page by page, each with the next one's address.</summary>
public sealed class Pages
{
    /// <summary>How many items a page has.</summary>
    public int Size { get; set; } = int.MaxValue;

    /// <summary>Where the next pages are said to be; null for where the first one was.</summary>
    public Uri? Host { get; set; }

    internal IResult Of(HttpContext context, IEnumerable<object> items)
    {
        _ = int.TryParse(context.Request.Query["$skiptoken"], out var start);
        object[] all = [.. items];
        object[] page = [.. all.Skip(start).Take(Size)];
        return start + page.Length == all.Length
            ? Results.Json(new { value = page })
            : Results.Json(new { value = page, nextLink = Next(context.Request, start + page.Length) });
    }

    private Uri Next(HttpRequest request, int start) =>
        new(
            Host ?? new Uri($"{request.Scheme}://{request.Host}"),
            $"{request.Path}?api-version={request.Query["api-version"]}&$skiptoken={start}"
        );
}
