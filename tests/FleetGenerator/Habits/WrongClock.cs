using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>After a reboot the clock is off until NTP has set it; tokens made meanwhile are refused.</summary>
internal sealed class WrongClock(Device device, double secondsToSet) : IGate, IRestartAware
{
    private double _setAt = double.NegativeInfinity;

    public GateOrder Order => GateOrder.Identity;

    public Refusal? Check(double at) =>
        at < _setAt ? new Refusal(ErrorCodes.Unauthorized, Cause.Unauthorized, Scope.Device) : null;

    public void Restarted(double at) => _setAt = at + (secondsToSet * device.Rng.Between(0.5, 1.5));
}
