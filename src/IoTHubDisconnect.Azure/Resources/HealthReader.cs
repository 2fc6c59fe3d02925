using System.Text.Json;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads Resource Health, and the failovers that the activity log tells of.</summary>
internal sealed class HealthReader(ArmClient arm)
{
    public async Task<IReadOnlyList<HubHealthEvent>> ReadHealthAsync(string resourceId, AzureCall call)
    {
        var statuses = new List<JsonElement>();
        var path = $"{resourceId}/providers/Microsoft.ResourceHealth/availabilityStatuses?api-version=2022-10-01";
        await foreach (var status in arm.ListAsync(path, resourceId, call).ConfigureAwait(false))
            statuses.Add(status);

        return HealthJson.EventsOf(statuses);
    }

    public async Task<IReadOnlyList<HubHealthEvent>> ReadFailoversAsync(
        string resourceId,
        DateTimeOffset start,
        DateTimeOffset end,
        AzureCall call
    )
    {
        var subscription = resourceId.Split('/', StringSplitOptions.RemoveEmptyEntries)[1];
        var filter =
            $"eventTimestamp ge '{start.UtcDateTime:O}' and eventTimestamp le '{end.UtcDateTime:O}' and "
            + $"resourceUri eq '{resourceId}'";
        var path =
            $"subscriptions/{subscription}/providers/Microsoft.Insights/eventtypes/management"
            + "/values?api-version=2015-04-01"
            + $"&$filter={Uri.EscapeDataString(filter)}&$select=eventTimestamp,operationName,status,caller";
        var failovers = new List<HubHealthEvent>();
        await foreach (JsonElement? entry in arm.ListAsync(path, resourceId, call).ConfigureAwait(false))
        {
            var operation = entry.Member("operationName").Text("value");
            if (
                operation?.EndsWith("/failover/action", StringComparison.OrdinalIgnoreCase) == true
                && entry.Time("eventTimestamp") is { } time
            )
                failovers.Add(
                    new HubHealthEvent(
                        time,
                        null,
                        HubHealthState.Unknown,
                        "UserInitiated",
                        "A failover was asked for.",
                        isFailover: true
                    )
                );
        }

        failovers.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return failovers;
    }
}
