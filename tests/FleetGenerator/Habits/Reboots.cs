using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>
/// A crash with a supervisor's restart, or a watchdog's reboot: back after a time that is the device's own.
/// </summary>
/// <param name="boot">From the end until the client connects, in seconds.</param>
/// <param name="spread">The share by which that varies.</param>
/// <param name="hardShare">How often the peer is told nothing, so that the hub waits for the keep-alive or the next
/// connect.</param>
internal sealed class Reboots(Device device, double meanInterval, double boot, double spread, double hardShare)
    : ISessionEnder
{
    public SessionEnd? Next(double connectedAt)
    {
        var at = connectedAt + 20 + device.Rng.Wait(meanInterval);
        var noticed = device.Rng.Happens(hardShare) ? at + device.Liveness.HubNotices(device.Rng) : at;
        return new SessionEnd(at, Cause.DeviceRestarted, at + (boot * device.Rng.Between(1 - spread, 1 + spread)))
        {
            Code = ErrorCodes.ClosedRemotely,
            NoticedAt = noticed,
            Restarts = true,
        };
    }
}
