using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>A token that an operator made and the device cannot renew: closed once, by the hub.</summary>
internal sealed class OperatorToken(double expiry, SweepGrace grace, Rng rng) : IToken
{
    private readonly double _closesAt = expiry + grace.Draw(rng);

    public TokenClose? Connected(double at) => at < _closesAt ? new TokenClose(_closesAt, ByHub: true) : null;

    public void Restarted(double at) { }
}
