using System.Globalization;
using System.Text;
using System.Text.Json;
using AzureStandIn.Hosting;
using AzureStandIn.Kql;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.ResourceManager;

/// <summary>
/// Azure Resource Graph: queries over the resources that the caller may read, whatever the subscription.
/// </summary>
internal sealed class ResourceGraphService(Estate estate, ArmGate gate, Permissions permissions, KqlEvaluator evaluator)
{
    private const int MostRows = 1000;
    private const int UsualRows = 100;

    private static readonly string[] Versions = ["2024-04-01", "2022-10-01", "2021-03-01"];

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/providers/Microsoft.ResourceGraph/resources", (Delegate)Query);

    private async Task<IResult> Query(HttpContext context)
    {
        if (gate.Check(context, "Microsoft.ResourceGraph/resources/read", Versions) is { } refusal)
            return refusal;
        var request = await context.Request.ReadFromJsonAsync<GraphRequest>();
        var asked = request!.Subscriptions ?? [];
        var visible = permissions.Allows(Permissions.ReadHub, RequestInfo.Of(context).Token!.ObjectId)
            ? estate.Subscriptions.Where(id => asked.Count == 0 || asked.Any(other => Estate.Same(id, other))).ToList()
            : [];
        if (visible.Count == 0)
            return Refused(
                "NoValidSubscriptionsInQueryRequest",
                "There must be at least one subscription that is eligible to contain resources. Given: "
                    + $"'{string.Join(",", asked)}'."
            );
        var (rows, error) = await evaluator.QueryAsync(request.Query, ResourceGraphTables.Of(estate, visible));
        context.Response.Headers["x-ms-user-quota-remaining"] = "14";
        context.Response.Headers["x-ms-user-quota-resets-after"] = "00:00:05";
        return error is null ? Page(rows, request.Options ?? new GraphOptions()) : Refused("InvalidQuery", error);
    }

    private IResult Page(JsonElement[] rows, GraphOptions options)
    {
        var start = options.SkipToken is { } token
            ? int.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(token)), CultureInfo.InvariantCulture)
            : 0;
        var page = rows.Skip(start).Take(Math.Min(estate.Pages.Size, Math.Min(options.Top ?? UsualRows, MostRows)));
        var data = page.ToArray();
        var answer = new Dictionary<string, object>
        {
            ["totalRecords"] = rows.Length,
            ["count"] = data.Length,
            ["data"] = data,
            ["facets"] = Array.Empty<object>(),
            ["resultTruncated"] = "false",
        };
        // Without ids the service cannot tell where a page ends.
        if (start + data.Length < rows.Length && data[0].TryGetProperty("id", out _))
            answer["$skipToken"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{start + data.Length}"));
        return Results.Json(answer);
    }

    private static IResult Refused(string code, string message) =>
        Results.Json(
            new
            {
                error = new
                {
                    code = "BadRequest",
                    message = "Please provide below info when asking for support: timestamp = "
                        + $"{DateTimeOffset.UtcNow.UtcDateTime:O}, correlationId = {Guid.NewGuid()}.",
                    details = new[] { new { code, message } },
                },
            },
            statusCode: 400
        );

    private sealed record GraphRequest(string Query, IReadOnlyList<string>? Subscriptions, GraphOptions? Options);

    private sealed record GraphOptions
    {
        [System.Text.Json.Serialization.JsonPropertyName("$top")]
        public int? Top { get; init; }

        [System.Text.Json.Serialization.JsonPropertyName("$skipToken")]
        public string? SkipToken { get; init; }
    }
}
