using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AzureStandIn.ResourceManager;

/// <summary>Resource Health of hubs.</summary>
internal sealed class HealthService(ArmGate gate)
{
    private const string Path = ResourceService.Hub + "/providers/Microsoft.ResourceHealth/availabilityStatuses";

    private static readonly string[] Versions = ["2022-10-01", "2020-05-01", "2018-07-01", "2015-01-01"];

    private static readonly AvailabilityStatus Fine = new()
    {
        State = "Available",
        Summary = "There aren't any known Azure platform problems affecting this IoT hub",
        OccurredTime = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            Path,
            (HttpContext context) =>
            {
                var (hub, refusal) = gate.Hub(context, Permissions.ReadHealth, Versions);
                return refusal
                    ?? Results.Json(
                        new { value = StatusesOf(hub).Select((status, index) => Json(hub, status, index)) }
                    );
            }
        );
        routes.MapGet(
            Path + "/current",
            (HttpContext context) =>
            {
                var (hub, refusal) = gate.Hub(context, Permissions.ReadHealth, Versions);
                return refusal ?? Results.Json(Json(hub, StatusesOf(hub)[0], 0));
            }
        );
    }

    private static IList<AvailabilityStatus> StatusesOf(IotHub hub) => hub.Health.Count > 0 ? hub.Health : [Fine];

    private static object Json(IotHub hub, AvailabilityStatus status, int index)
    {
        var name =
            index == 0
                ? "current"
                : status.OccurredTime.UtcDateTime.ToString("yyyy-MM-dd+HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var properties = new Dictionary<string, object>
        {
            ["availabilityState"] = status.State,
            ["title"] = status.State,
            ["summary"] = status.Summary,
            ["reasonType"] = status.ReasonType,
            // Azure's own spelling.
            ["occuredTime"] = status.OccurredTime,
            ["reasonChronicity"] = "Transient",
            ["reportedTime"] = status.OccurredTime.AddMinutes(2),
        };
        if (status.ResolvedTime is { } resolved)
            properties["recentlyResolved"] = new
            {
                unavailableOccuredTime = status.OccurredTime,
                resolvedTime = resolved,
                unavailableSummary = status.Summary,
            };
        return new
        {
            id = $"{hub.Id}/providers/Microsoft.ResourceHealth/availabilityStatuses/{name}",
            name,
            type = "Microsoft.ResourceHealth/AvailabilityStatuses",
            location = hub.Location,
            properties,
        };
    }
}
