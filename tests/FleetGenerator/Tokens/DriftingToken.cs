using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>A new token for each connect, by a clock that drifts until it is set.</summary>
/// <param name="lifetime">Seconds.</param>
/// <param name="pace">Seconds that the clock gains each second; below zero where it is slow.</param>
/// <param name="setAt">When it was set first.</param>
/// <param name="setEvery">Seconds from one setting to the next.</param>
internal sealed class DriftingToken(
    double lifetime,
    double pace,
    double setAt,
    double setEvery,
    SweepGrace grace,
    Rng rng
) : IToken
{
    public TokenClose? Connected(double at)
    {
        var sinceSet = (at - setAt) % setEvery;
        return new TokenClose(at + lifetime + (pace * Math.Abs(sinceSet)) + grace.Draw(rng), ByHub: true);
    }

    public void Restarted(double at) { }
}
