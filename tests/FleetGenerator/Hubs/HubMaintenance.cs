using FleetGenerator.Sessions;

namespace FleetGenerator.Hubs;

/// <summary>
/// An upgrade that moves from node to node. Each node drops its devices at once and refuses them for a moment.
/// </summary>
internal sealed class HubMaintenance(double start, int nodes, double nodeInterval) : IHubIncident
{
    private const double SecondsPerNode = 20;

    public double Start => start;

    public double End => start + (nodes * nodeInterval) + SecondsPerNode;

    public IncidentImpact ImpactOn(Device device)
    {
        var node = start + (device.Rng.Whole(0, nodes - 1) * nodeInterval);
        var drop = node + device.Rng.Between(0, SecondsPerNode);
        return new IncidentImpact(device, Cause.HubMaintenance)
        {
            DropAt = device.Rng.Happens(0.95) ? drop : null,
            DropCode = device.Rng.Happens(0.85) ? ErrorCodes.ClosedByUpgrade : ErrorCodes.ClosedRemotely,
            RefuseFrom = drop,
            RefuseUntil = drop + device.Rng.Between(1, 15),
            RefuseShare = 0.6,
            RefuseCodes =
            [
                ErrorCodes.RejectedByUpgrade,
                ErrorCodes.RejectedByUpgrade,
                ErrorCodes.ServerError,
                ErrorCodes.ServiceUnavailable,
            ],
        };
    }
}
