using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>
/// From a time until a time the hub refuses the device: a wrong key, an expired token or certificate, a disabled or
/// deleted identity.
/// </summary>
internal sealed class RefusedFor(double from, double until, int code, Cause cause) : IGate
{
    public GateOrder Order => GateOrder.Identity;

    public Refusal? Check(double at) => at >= from && at < until ? new Refusal(code, cause, Scope.Device) : null;
}
