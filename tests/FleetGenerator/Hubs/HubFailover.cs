using FleetGenerator.Sessions;

namespace FleetGenerator.Hubs;

/// <summary>
/// A failover to the paired region: everyone drops, and is refused until the other region has taken over.
/// </summary>
internal sealed class HubFailover(double start, double length) : IHubIncident
{
    public double Start => start;

    public double End => start + length;

    public IncidentImpact ImpactOn(Device device) =>
        new(device, Cause.HubFailover)
        {
            DropAt = start + device.Rng.Between(0, 40),
            RefuseFrom = start,
            RefuseUntil = End + device.Rng.Between(0, 30),
            SilentShare = 0.25,
            RefuseCodes = [ErrorCodes.FailingOver],
        };
}
