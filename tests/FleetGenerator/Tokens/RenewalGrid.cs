using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>
/// Node and Python: the alarm is set when the client is created and each time it rings, whatever the connection
/// does.
/// </summary>
internal sealed class RenewalGrid(double period, Rng rng) : IToken
{
    private double origin;

    public TokenClose? Connected(double at)
    {
        double alarm = origin + (Math.Ceiling((at + 0.5 - origin) / period) * period);
        return new TokenClose(alarm + rng.Between(0, 0.15), ByHub: false);
    }

    public void Restarted(double at) => origin = at;
}
