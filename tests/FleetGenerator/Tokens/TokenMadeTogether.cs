using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>
/// A backend makes the tokens of all devices at one time, and again when they end: whoever connects in between gets one
/// that lives no longer.
/// </summary>
/// <param name="period">Seconds from one making to the next.</param>
/// <param name="phase">When the first are made.</param>
internal sealed class TokenMadeTogether(double period, double phase, SweepGrace grace, Rng rng) : IToken
{
    public TokenClose? Connected(double at)
    {
        var made = Math.Floor((at - phase) / period) * period + phase;
        return new TokenClose(made + period + grace.Draw(rng), ByHub: true);
    }

    public void Restarted(double at) { }
}
