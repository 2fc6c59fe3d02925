using FleetGenerator.Chance;

namespace FleetGenerator.Tokens;

/// <summary>
/// How long after its expiry a hub lets a token live: whole multiples of five minutes, as observed, and a moment.
/// </summary>
/// <param name="UsualMinutes">0, 5 or 10.</param>
/// <param name="UnusualShare">How often another of the three applies.</param>
/// <param name="Moment">Seconds that it takes at most until the close is logged.</param>
/// <param name="Phase">The second of five minutes at which the hub looks for expired tokens; null for any.</param>
internal sealed record SweepGrace(int UsualMinutes, double UnusualShare, double Moment = 2.5, double? Phase = null)
{
    private const double Sweep = 300;

    private static readonly int[] Minutes = [0, 5, 10];

    /// <summary>Seconds from an expiry to the close.</summary>
    public double After(double expiry, Rng rng)
    {
        if (Phase is not { } phase)
            return Draw(rng);
        var since = (expiry - phase) % Sweep;
        return (since > 0 ? Sweep - since : -since) + UsualMinutes * 60 + rng.Between(0.1, Moment);
    }

    public double Draw(Rng rng)
    {
        var minutes = rng.Happens(UnusualShare) ? rng.Pick(Minutes) : UsualMinutes;
        return (minutes * 60) + rng.Between(0.1, Moment);
    }
}
