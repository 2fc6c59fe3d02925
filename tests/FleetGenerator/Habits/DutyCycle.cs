using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>Wakes on a schedule, talks for a short time, closes in an orderly way, sleeps.</summary>
internal sealed class DutyCycle(Device device, double period, double talk) : ISessionEnder
{
    private const double Spread = 0.15;

    public SessionEnd? Next(double connectedAt)
    {
        var at = connectedAt + (talk * device.Rng.Between(1 - Spread, 1 + Spread));
        var wakes = device.StartsAt + ((Math.Floor((at - device.StartsAt) / period) + 1) * period);
        return new SessionEnd(at, Cause.ClientClosed, wakes + device.Rng.Between(0, Math.Min(5, period / 20)))
        {
            Restarts = true,
        };
    }
}
