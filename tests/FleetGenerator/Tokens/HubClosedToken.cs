using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>The client does nothing about the expiry: the hub closes the session some time after it.</summary>
/// <param name="reuseWhileLeft">The share of its life a token must have left to be used for another connect (0.15
/// in .NET); 1 where every connect has a new one (Java, FreeRTOS, ThreadX).</param>
internal sealed class HubClosedToken(
    double lifetime,
    double reuseWhileLeft,
    double clockSkew,
    SweepGrace grace,
    Rng rng
) : IToken
{
    private double _expiry = double.NegativeInfinity;

    public TokenClose? Connected(double at)
    {
        if (_expiry - at <= reuseWhileLeft * lifetime)
            _expiry = Math.Floor(at + lifetime) + clockSkew;
        var expiry = Math.Max(_expiry, at);
        return new TokenClose(expiry + grace.After(expiry, rng), ByHub: true);
    }

    public void Restarted(double at) => _expiry = double.NegativeInfinity;
}
