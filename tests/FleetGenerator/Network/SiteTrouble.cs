using FleetGenerator.Sessions;

namespace FleetGenerator.Network;

/// <summary>What a site's outages do to one of its devices.</summary>
internal sealed class SiteTrouble(Device device, Site site) : ISessionEnder, IGate
{
    public GateOrder Order => GateOrder.Link;

    public SessionEnd? Next(double connectedAt)
    {
        foreach (var outage in site.Outages)
        {
            var from = outage.From + device.Rng.Between(0, 1);
            if (from <= connectedAt)
                continue;
            if (new LinkLoss(from, outage.Until, false, false).EndSession(device) is { } end)
                return end with { Outage = outage };
        }

        return null;
    }

    public Refusal? Check(double at)
    {
        foreach (var outage in site.Outages)
        {
            if (at >= outage.From && at < outage.Until)
                return Refusal.Unreachable;
        }

        return null;
    }
}
