using FleetGenerator.Chance;
using FleetGenerator.Hubs;
using FleetGenerator.Network;
using FleetGenerator.Sessions;

namespace FleetGenerator;

/// <summary>Spreads incidents over hubs, sites and time.</summary>
internal sealed class IncidentPlanner(IncidentCounts counts, SimulationWindow window, Rng rng)
{
    private const double Hour = 3600;
    private const double Apart = 0.5 * Hour;
    private const int Attempts = 60;

    private double Hours => window.Length / Hour;

    public void PlanHubs(IReadOnlyList<Hub> hubs)
    {
        Plan(counts.Quotas, hubs, Quota);
        Plan(counts.Failovers, hubs, at => new HubFailover(at, rng.Between(180, rng.Happens(0.3) ? 2400 : 900)));
        Plan(counts.Faults, hubs, at => new HubFault(at, rng.Between(60, 480), rng.Between(0.5, 0.95)));
        Plan(counts.Maintenances, hubs, at => new HubMaintenance(at, rng.Whole(1, 4), rng.Between(60, 600)));
    }

    public void PlanSites(IReadOnlyList<Site> sites)
    {
        var count = IncidentCounts.Scaled(counts.SiteOutages, Hours);
        for (var i = 0; i < count; i++)
            rng.Pick(sites).Outages.Add(Outage());
        foreach (var site in sites)
            site.Outages.Sort((a, b) => a.From.CompareTo(b.From));
    }

    private void Plan(int count, IReadOnlyList<Hub> hubs, Func<double, IHubIncident> make)
    {
        var scaled = IncidentCounts.Scaled(count, Hours);
        for (var i = 0; i < scaled; i++)
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var hub = rng.Pick(hubs);
                var incident = make(rng.Between(0.04, 0.94) * window.Length);
                if (
                    hub.Incidents.TrueForAll(other =>
                        incident.Start > other.End + Apart || other.Start > incident.End + Apart
                    )
                )
                {
                    hub.Incidents.Add(incident);
                    break;
                }
            }
        }
    }

    private QuotaExhaustion Quota(double someTime)
    {
        var midnight = window.MidnightAfter(someTime);
        var start = Math.Max(midnight - (rng.Between(0.3, 4) * Hour), 0.05 * window.Length);
        var dropped = rng.Happens(0.5) ? 0 : rng.Between(0.3, 1);
        return new QuotaExhaustion(Math.Min(start, midnight - 600), midnight, dropped, rng.Happens(counts.QuotaLetsIn));
    }

    private SiteOutage Outage()
    {
        var from = rng.Between(0.02, 0.95) * window.Length;
        var length = rng.Whole(0, 2) switch
        {
            0 => rng.Between(60, 300),
            1 => rng.Between(300, 1800),
            _ => rng.Between(1800, 7200),
        };
        return new SiteOutage(from, from + length);
    }
}
