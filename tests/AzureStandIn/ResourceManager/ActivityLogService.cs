using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.ResourceManager;

/// <summary>The activity log, which holds nothing but failovers that someone asked for.</summary>
internal sealed class ActivityLogService(Estate estate, ArmGate gate)
{
    private static readonly string[] Versions = ["2015-04-01", "2017-03-01-preview"];

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            "/subscriptions/{subscription}/providers/Microsoft.Insights/eventtypes/management/values",
            Values
        );

    private IResult Values(HttpContext context)
    {
        if (gate.Check(context, Permissions.ReadActivityLog, Versions) is { } refusal)
            return refusal;
        // The real one demands a filter, and a time in it.
        var filter = context.Request.Query["$filter"].ToString();
        if (!filter.Contains("eventTimestamp ge", StringComparison.Ordinal))
            return new Hosting.ServiceError(
                400,
                "BadRequest",
                "The $filter query string parameter must have the start time."
            ).Result();
        return Results.Json(
            new
            {
                value = estate
                    .Hubs.Where(hub => filter.Contains($"'{hub.Id}'", StringComparison.OrdinalIgnoreCase))
                    .SelectMany(hub => hub.Failovers.Select(time => Json(hub, time))),
            }
        );
    }

    private static object Json(IotHub hub, DateTimeOffset time) =>
        new
        {
            eventTimestamp = time,
            resourceId = hub.Id.ToString(),
            operationName = new
            {
                value = "Microsoft.Devices/iotHubs/failover/action",
                localizedValue = "Failover IoT hub",
            },
            status = new { value = "Succeeded", localizedValue = "Succeeded" },
            caller = "operator@contoso.com",
        };
}
