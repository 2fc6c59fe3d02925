using FleetGenerator.Sessions;

namespace FleetGenerator.Hubs;

/// <summary>A transient fault: most devices drop within a minute or two, and attempts fail until it is over.</summary>
internal sealed class HubFault(double start, double length, double droppedShare) : IHubIncident
{
    private static readonly int[] ServerCodes =
    [
        ErrorCodes.ServerError,
        ErrorCodes.GenericTimeout,
        ErrorCodes.ServiceUnavailable,
    ];

    public double Start => start;

    public double End => start + length;

    public IncidentImpact ImpactOn(Device device) =>
        new(device, Cause.HubFault)
        {
            DropAt = device.Rng.Happens(droppedShare)
                ? start + device.Rng.Between(0, Math.Min(length * 0.7, 90))
                : null,
            DropCode = device.Rng.Happens(0.7) ? ErrorCodes.ClosedRemotely : device.Rng.Pick(ServerCodes),
            RefuseFrom = start,
            RefuseUntil = End,
            RefuseShare = 0.75,
            RefuseCodes = ServerCodes,
        };
}
