using System.Text.Json;
using AzureStandIn.Hosting;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.Metrics;

/// <summary>The regional endpoint, which answers for several hubs at once.</summary>
internal sealed class MetricBatchService(Estate estate, Permissions permissions, StandInOptions options)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/subscriptions/{subscription}/metrics:getBatch", (Delegate)Batch);

    private async Task<IResult> Batch(HttpContext context)
    {
        var principal = RequestInfo.Of(context).Token!.ObjectId;
        if (!permissions.Allows(Permissions.ReadMetrics, principal))
            return ArmErrors.NotAllowed(principal, Permissions.ReadMetrics, context.Request.Path.Value!).Result();
        var (query, problem) = MetricQuery.Of(context.Request.Query, options.Now ?? DateTimeOffset.UtcNow);
        if (query is null)
            return new ServiceError(400, "BadRequest", problem!).Result();

        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        ArmId[] ids =
        [
            .. body.RootElement.GetProperty("resourceids").EnumerateArray().Select(id => ArmId.Parse(id.GetString()!)),
        ];
        if (Array.Find(ids, id => estate.FindHub(id) is null) is { } missing)
            return ArmErrors.NoResource(missing).Result();
        return Results.Json(new { values = ids.Select(id => OfHub(estate.FindHub(id)!, query)) });
    }

    private static Dictionary<string, object> OfHub(IotHub hub, MetricQuery query)
    {
        var answer = MetricJson.Of(hub, query);
        answer["starttime"] = query.Start.UtcDateTime;
        answer["endtime"] = query.End.UtcDateTime;
        answer["resourceid"] = hub.Id.ToString();
        return answer;
    }
}
