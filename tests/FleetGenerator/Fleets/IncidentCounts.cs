namespace FleetGenerator;

/// <summary>
/// How many incidents there are in two days, all hubs together. Shorter logs have proportionally fewer, but at
/// least one.
/// </summary>
/// <param name="Faults">Transient faults.</param>
/// <param name="Maintenances">Upgrades.</param>
/// <param name="Failovers">Failovers.</param>
/// <param name="Quotas">Days on which a hub's quota does not last.</param>
/// <param name="SiteOutages">Outages of a site's line.</param>
/// <param name="QuotaLetsIn">How often a hub without quota lets devices in to drop them at once.</param>
public sealed record IncidentCounts(
    int Faults,
    int Maintenances,
    int Failovers,
    int Quotas,
    int SiteOutages,
    double QuotaLetsIn = 0
)
{
    private const double UsualHours = 48;

    internal static int Scaled(int count, double hours) =>
        count == 0 ? 0 : Math.Max(1, (int)Math.Round(count * hours / UsualHours));
}
