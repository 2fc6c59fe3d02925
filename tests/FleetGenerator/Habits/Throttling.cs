using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>Exceeds a rate limit: the hub drops the device, and on some hubs refuses it for a while.</summary>
internal sealed class Throttling(Device device, double meanInterval, double refusedFor) : ISessionEnder, IGate
{
    private double _refusedUntil = double.NegativeInfinity;
    private double _droppedAt = double.PositiveInfinity;

    public GateOrder Order => GateOrder.Limits;

    public SessionEnd? Next(double connectedAt)
    {
        var at = _droppedAt = connectedAt + 5 + device.Rng.Wait(meanInterval);
        _refusedUntil = at + (refusedFor * device.Rng.Between(0.5, 1.5));
        var back = at + device.Rng.Between(3, 12);
        return new SessionEnd(at, Cause.Throttled, back)
        {
            Code = device.Rng.Happens(0.5) ? ErrorCodes.Throttling : ErrorCodes.ThrottleBacklog,
        };
    }

    /// <summary>Only attempts that follow a drop of ours fall into the time; other ends come before it.</summary>
    public Refusal? Check(double at) =>
        refusedFor > 0 && at > _droppedAt && at < _refusedUntil
            ? new Refusal(ErrorCodes.Throttling, Cause.Throttled, Scope.Device)
            : null;
}
