using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>
/// How long after its expiry a hub lets a token live: whole multiples of five minutes, as observed, and a moment.
/// </summary>
/// <param name="UsualMinutes">0, 5 or 10.</param>
/// <param name="UnusualShare">How often another of the three applies.</param>
/// <param name="Moment">Seconds that it takes at most until the close is logged.</param>
internal sealed record SweepGrace(int UsualMinutes, double UnusualShare, double Moment = 2.5)
{
    private static readonly int[] Minutes = [0, 5, 10];

    public double Draw(Rng rng)
    {
        var minutes = rng.Happens(UnusualShare) ? rng.Pick(Minutes) : UsualMinutes;
        return (minutes * 60) + rng.Between(0.1, Moment);
    }
}
