using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>
/// Node and Python: the alarm is set when the client is created and each time it rings, whatever the connection
/// does.
/// </summary>
internal sealed class RenewalGrid(double period, Rng rng) : IToken
{
    private double _origin;

    public TokenClose? Connected(double at)
    {
        var alarm = _origin + (Math.Ceiling((at + 0.5 - _origin) / period) * period);
        return new TokenClose(alarm + rng.Between(0, 0.15), ByHub: false);
    }

    public void Restarted(double at) => _origin = at;
}
