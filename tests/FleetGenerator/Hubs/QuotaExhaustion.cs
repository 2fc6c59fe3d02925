using FleetGenerator.Sessions;

namespace FleetGenerator.Hubs;

/// <summary>
/// The daily quota is used up: the hub refuses devices, drops them, or lets them in to drop them, until midnight
/// UTC.
/// </summary>
internal sealed class QuotaExhaustion(double start, double midnight, double droppedShare, bool letsIn) : IHubIncident
{
    private const double DroppedWithin = 600;

    public double Start => start;

    public double End => midnight;

    public IncidentImpact ImpactOn(Device device) =>
        new(device, Cause.QuotaExceeded)
        {
            Order = GateOrder.Limits,
            DropAt = device.Rng.Happens(droppedShare)
                ? start + device.Rng.Between(0, Math.Min(DroppedWithin, midnight - start))
                : null,
            DropCode = ErrorCodes.QuotaExceeded,
            RefuseFrom = start,
            RefuseUntil = midnight,
            RefuseCodes = [ErrorCodes.QuotaExceeded],
            AcceptsFor = letsIn ? 10 : null,
        };
}
