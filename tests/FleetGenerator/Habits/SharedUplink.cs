using FleetGenerator.Chance;
using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>
/// A gateway's one connection carries all its modules: when it is reset, they drop in the same second.
/// </summary>
/// <param name="resets">In order of time.</param>
internal sealed class SharedUplink(Device device, IReadOnlyList<double> resets) : ISessionEnder
{
    private const double FewestSecondsApart = 300;

    public static List<double> Resets(double meanInterval, SimulationWindow window, Rng rng)
    {
        var resets = new List<double>();
        for (
            var at = window.WarmUpFrom + rng.Wait(meanInterval);
            at < window.Length;
            at += FewestSecondsApart + rng.Wait(meanInterval)
        )
            resets.Add(at);
        return resets;
    }

    public SessionEnd? Next(double connectedAt)
    {
        foreach (var reset in resets)
        {
            var at = reset + device.Rng.Between(0, 0.3);
            if (reset > connectedAt)
                return new SessionEnd(at, Cause.ConnectionReset, at + device.Retry.First(device.Rng))
                {
                    Code = ErrorCodes.ClosedRemotely,
                };
        }

        return null;
    }
}
