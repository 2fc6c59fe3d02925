using AzureStandIn.Hosting;
using AzureStandIn.ResourceManager;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.Metrics;

/// <summary>A hub's metrics by way of Azure Resource Manager.</summary>
internal sealed class MetricService(ArmGate gate, StandInOptions options)
{
    private static readonly string[] Versions = ["2024-02-01", "2023-10-01", "2019-07-01", "2018-01-01"];

    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet(
            ResourceService.Hub + "/providers/Microsoft.Insights/metrics",
            (HttpContext context) =>
            {
                var (hub, refusal) = gate.Hub(context, Permissions.ReadMetrics, Versions);
                if (refusal is not null)
                    return refusal;
                var (query, problem) = MetricQuery.Of(context.Request.Query, options.Now ?? DateTimeOffset.UtcNow);
                return query is null
                    ? new ServiceError(400, "BadRequest", problem!).Result()
                    : Results.Json(MetricJson.Of(hub, query));
            }
        );
}
