namespace IoTHubDisconnect.Comparisons;

/// <summary>
/// Finds what stands and falls together: the disconnects of a device by itself, and those that one incident brought to
/// a site or a hub.
/// </summary>
internal static class Incidents
{
    /// <summary>
    /// An incident whose disconnects pause for so long is over; the waves of one follow each other within minutes.
    /// </summary>
    private static readonly long Pause = TimeSpan.FromMinutes(15).Ticks;

    /// <summary>The disconnects that came to their devices alone.</summary>
    public static IEnumerable<Occurrence> Alone(IEnumerable<Occurrence> occurrences) =>
        occurrences.Where(o => o.Place is null);

    /// <summary>The others, incident by incident, each in order of time.</summary>
    public static IEnumerable<List<Occurrence>> Find(IEnumerable<Occurrence> occurrences)
    {
        foreach (
            var place in occurrences
                .Where(o => o.Place is not null)
                .GroupBy(o => o.Place, StringComparer.OrdinalIgnoreCase)
        )
        {
            var incident = new List<Occurrence>();
            foreach (var occurrence in place.OrderBy(o => o.Ticks))
            {
                if (incident.Count > 0 && occurrence.Ticks - incident[^1].Ticks > Pause)
                {
                    yield return incident;
                    incident = [];
                }
                incident.Add(occurrence);
            }
            yield return incident;
        }
    }
}
