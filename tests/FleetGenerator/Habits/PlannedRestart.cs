using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>
/// The application is stopped in an orderly way and started again: an update, a nightly restart, a changed setting.
/// </summary>
/// <param name="everyDayAt">Seconds after the window's start, and every 24 hours from there; null for now and
/// then.</param>
internal sealed class PlannedRestart(Device device, double? everyDayAt, double meanInterval, double downtime)
    : ISessionEnder
{
    private const double Day = 86400;

    public SessionEnd? Next(double connectedAt)
    {
        var at = everyDayAt is { } time
            ? time + (Math.Ceiling((connectedAt + 60 - time) / Day) * Day) + device.Rng.Between(0, 20)
            : connectedAt + 60 + device.Rng.Wait(meanInterval);
        return new SessionEnd(at, Cause.ClientClosed, at + (downtime * device.Rng.Between(0.8, 1.3)))
        {
            Restarts = true,
        };
    }
}
