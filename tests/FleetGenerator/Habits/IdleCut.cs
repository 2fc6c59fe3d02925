using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>
/// A quiet connection is cut at a constant time after its last packet, by a middlebox or at the hub's cap.
/// </summary>
/// <param name="after">In seconds.</param>
/// <param name="chatter">How long after the connect the last packets pass.</param>
/// <param name="clientPause">How long the client takes to notice and come back, beyond its first retry.</param>
internal sealed class IdleCut(Device device, double after, double chatter, double clientPause) : ISessionEnder
{
    public SessionEnd? Next(double connectedAt)
    {
        var at = connectedAt + device.Rng.Between(0.3, 1) * chatter + after + device.Rng.Between(0, 0.4);
        var back = at + (clientPause * device.Rng.Between(0.9, 1.1)) + device.Retry.First(device.Rng);
        return new SessionEnd(at, Cause.IdleTimeout, back) { Code = ErrorCodes.ClosedRemotely };
    }
}
