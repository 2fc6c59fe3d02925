using FleetGenerator.Clients;
using FleetGenerator.Sessions;

namespace FleetGenerator.Habits;

/// <summary>
/// A clone connects with the device's identity; each throws the other off for as long as the clone is on.
/// </summary>
/// <param name="episodes">When the clone is on, in order of time.</param>
/// <param name="cloneReturns">Seconds from being thrown off to connecting again.</param>
/// <param name="deviceReturns">The same for the device itself.</param>
internal sealed class DuplicateIdentity(
    Device device,
    ClientIdentity clone,
    IReadOnlyList<(double From, double Until)> episodes,
    double cloneReturns,
    double deviceReturns
) : ISessionEnder
{
    public SessionEnd? Next(double connectedAt)
    {
        foreach ((var from, var until) in episodes)
        {
            var at = Math.Max(from, connectedAt + Vary(cloneReturns));
            if (at < until)
                return new SessionEnd(at, Cause.DuplicateIdentity, at + Vary(deviceReturns)) { Intruder = clone };
        }

        return null;
    }

    private double Vary(double seconds) => seconds * device.Rng.Between(0.7, 1.4);
}
