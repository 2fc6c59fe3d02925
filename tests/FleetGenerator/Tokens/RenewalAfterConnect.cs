using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>
/// The client closes a fixed time after its latest connect: the C SDK at 0.8 of the lifetime, Arduino at its end.
/// </summary>
internal sealed class RenewalAfterConnect(double delay, Rng rng) : IToken
{
    public TokenClose? Connected(double at) => new TokenClose(at + delay + rng.Between(-0.3, 0.9), ByHub: false);

    public void Restarted(double at) { }
}
