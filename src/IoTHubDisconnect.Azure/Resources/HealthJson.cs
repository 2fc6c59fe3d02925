using System.Text.Json;
using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Azure.Resources;

/// <summary>Reads what Resource Health says.</summary>
internal static partial class HealthJson
{
    /// <summary>A state lasts until the next one, unless the answer says when it was over.</summary>
    public static IReadOnlyList<HubHealthEvent> EventsOf(IEnumerable<JsonElement> statuses)
    {
        var sorted = statuses
            .Select(s => s.Member("properties"))
            .Where(p => StartOf(p) is not null)
            .OrderBy(StartOf)
            .ToList();
        var events = new List<HubHealthEvent>();
        for (var i = 0; i < sorted.Count; i++)
        {
            var status = sorted[i];
            var end = i + 1 < sorted.Count ? StartOf(sorted[i + 1]) : null;
            if (Resolved(status) is { } resolved)
            {
                if (resolved.Start == StartOf(status))
                    end = resolved.End;
                else if (events.Count == 0 || events[^1].Start != resolved.Start)
                    events.Add(resolved);
            }

            _ = Enum.TryParse(status.Text("availabilityState"), ignoreCase: true, out HubHealthState state);
            var summary = status.Text("summary");
            events.Add(
                new HubHealthEvent(
                    StartOf(status)!.Value,
                    end,
                    state,
                    status.Text("reasonType"),
                    summary,
                    IsFailover(status.Text("title"), summary)
                )
            );
        }

        return events;
    }

    /// <summary>The trouble before, where the present state remembers it.</summary>
    private static HubHealthEvent? Resolved(JsonElement? status)
    {
        var past = status.Member("recentlyResolved");
        return past.Time("unavailableOccuredTime") is { } start
            ? new HubHealthEvent(
                start,
                past.Time("resolvedTime"),
                HubHealthState.Unavailable,
                null,
                past.Text("unavailableSummary"),
                IsFailover(past.Text("unavailableSummary"))
            )
            : null;
    }

    /// <summary>The API spells it with one r; one day it may not.</summary>
    private static DateTimeOffset? StartOf(JsonElement? status) =>
        status.Time("occuredTime") ?? status.Time("occurredTime");

    private static bool IsFailover(params string?[] texts) =>
        Array.Exists(texts, text => text is not null && Failover().IsMatch(text));

    [GeneratedRegex(@"\bfail(ed|ing)?[ -]?over", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Failover();
}
