using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>The hub ends the session when its identity is disabled or deleted.</summary>
/// <param name="at">In seconds of the simulation.</param>
/// <param name="code">What the hub writes: the reason's code, or 404104.</param>
internal sealed class IdentityRevoked(Device device, double at, int code, Cause cause) : ISessionEnder
{
    public SessionEnd? Next(double connectedAt) =>
        connectedAt >= at ? null : new SessionEnd(at, cause, at + device.Retry.First(device.Rng)) { Code = code };
}
