using System.Text.Json;
using IoTHubDisconnect.Cloud;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads Resource Health, and the failovers that the activity log tells of.</summary>
internal sealed class HealthReader(ArmClient arm)
{
    public async Task<IReadOnlyList<HubHealthEvent>> ReadHealthAsync(string resourceId, AzureCall call)
    {
        var statuses = new List<JsonElement>();
        string path = $"{resourceId}/providers/Microsoft.ResourceHealth/availabilityStatuses?api-version=2022-10-01";
        await foreach (JsonElement status in arm.ListAsync(path, resourceId, call).ConfigureAwait(false))
            statuses.Add(status);

        return EventsOf(statuses);
    }

    public async Task<IReadOnlyList<HubHealthEvent>> ReadFailoversAsync(string resourceId, DateTimeOffset start, DateTimeOffset end, AzureCall call)
    {
        string subscription = resourceId.Split('/', StringSplitOptions.RemoveEmptyEntries)[1];
        string filter = $"eventTimestamp ge '{start.UtcDateTime:O}' and eventTimestamp le '{end.UtcDateTime:O}' and resourceUri eq '{resourceId}'";
        string path = $"subscriptions/{subscription}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01"
            + $"&$filter={Uri.EscapeDataString(filter)}&$select=eventTimestamp,operationName,status,caller";
        var failovers = new List<HubHealthEvent>();
        await foreach (JsonElement? entry in arm.ListAsync(path, resourceId, call).ConfigureAwait(false))
        {
            string? operation = entry.Member("operationName").Text("value");
            if (operation?.EndsWith("/failover/action", StringComparison.OrdinalIgnoreCase) == true && entry.Time("eventTimestamp") is { } time)
                failovers.Add(new HubHealthEvent(time, null, HubHealthState.Unknown, "UserInitiated", "A failover was asked for.", isFailover: true));
        }

        failovers.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return failovers;
    }

    /// <summary>A state lasts until the next one, unless the answer says when it was over.</summary>
    public static IReadOnlyList<HubHealthEvent> EventsOf(IEnumerable<JsonElement> statuses)
    {
        var sorted = statuses.Select(s => s.Member("properties")).Where(p => StartOf(p) is not null).OrderBy(StartOf).ToList();
        var events = new List<HubHealthEvent>();
        for (int i = 0; i < sorted.Count; i++)
        {
            JsonElement? status = sorted[i];
            DateTimeOffset? end = i + 1 < sorted.Count ? StartOf(sorted[i + 1]) : null;
            if (Resolved(status) is { } resolved)
            {
                if (resolved.Start == StartOf(status))
                    end = resolved.End;
                else if (events.Count == 0 || events[^1].Start != resolved.Start)
                    events.Add(resolved);
            }

            _ = Enum.TryParse(status.Text("availabilityState"), ignoreCase: true, out HubHealthState state);
            string? summary = status.Text("summary");
            events.Add(new HubHealthEvent(StartOf(status)!.Value, end, state, status.Text("reasonType"), summary, IsFailover(status.Text("title"), summary)));
        }

        return events;
    }

    /// <summary>The trouble before, where the present state remembers it.</summary>
    private static HubHealthEvent? Resolved(JsonElement? status)
    {
        JsonElement? past = status.Member("recentlyResolved");
        return past.Time("unavailableOccuredTime") is { } start
            ? new HubHealthEvent(start, past.Time("resolvedTime"), HubHealthState.Unavailable, null, past.Text("unavailableSummary"), IsFailover(past.Text("unavailableSummary")))
            : null;
    }

    /// <summary>The API spells it with one r; one day it may not.</summary>
    private static DateTimeOffset? StartOf(JsonElement? status) => status.Time("occuredTime") ?? status.Time("occurredTime");

    private static bool IsFailover(params string?[] texts) =>
        Array.Exists(texts, text => text?.Replace(" ", "", StringComparison.Ordinal).Contains("failover", StringComparison.OrdinalIgnoreCase) == true);
}
