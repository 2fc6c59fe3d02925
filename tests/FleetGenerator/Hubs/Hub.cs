using FleetGenerator.Chance;
using FleetGenerator.Sessions;
using FleetGenerator.Tokens;

namespace FleetGenerator.Hubs;

/// <summary>A hub and its ways.</summary>
internal sealed class Hub
{
    /// <summary>In upper case.</summary>
    public required string Name { get; init; }

    public required string ResourceId { get; init; }

    public required string Location { get; init; }

    public required SweepGrace Grace { get; init; }

    public required Mix<ExpiryPattern> ExpiryPatterns { get; init; }

    /// <summary>
    /// How often the row of a session that was taken over bears a later time than the connect that did it.
    /// </summary>
    public required double LateTakeoverShare { get; init; }

    public List<IHubIncident> Incidents { get; } = [];
}
