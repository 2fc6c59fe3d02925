using FleetGenerator.Sessions;

namespace FleetGenerator.Hubs;

/// <summary>Something that befalls a whole hub.</summary>
internal interface IHubIncident
{
    /// <summary>In seconds of the simulation.</summary>
    double Start { get; }

    double End { get; }

    /// <summary>What it does to one device.</summary>
    IncidentImpact ImpactOn(Device device);
}
