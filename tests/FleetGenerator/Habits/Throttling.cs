using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>Exceeds a rate limit: the hub drops the device, and on some hubs refuses it for a while.</summary>
internal sealed class Throttling(Device device, double meanInterval, double refusedFor) : ISessionEnder, IGate
{
    private double refusedUntil = double.NegativeInfinity;
    private double droppedAt = double.PositiveInfinity;

    public GateOrder Order => GateOrder.Limits;

    public SessionEnd? Next(double connectedAt)
    {
        double at = droppedAt = connectedAt + 5 + device.Rng.Wait(meanInterval);
        refusedUntil = at + (refusedFor * device.Rng.Between(0.5, 1.5));
        double back = at + device.Rng.Between(3, 12);
        return new SessionEnd(at, Cause.Throttled, back)
        {
            Code = device.Rng.Happens(0.5) ? ErrorCodes.Throttling : ErrorCodes.ThrottleBacklog,
        };
    }

    /// <summary>Only attempts that follow a drop of ours fall into the time; other ends come before it.</summary>
    public Refusal? Check(double at) =>
        refusedFor > 0 && at > droppedAt && at < refusedUntil
            ? new Refusal(ErrorCodes.Throttling, Cause.Throttled, Scope.Device)
            : null;
}
