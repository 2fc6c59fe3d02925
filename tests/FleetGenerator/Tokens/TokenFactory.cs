using FleetGenerator.Chance;
using FleetGenerator.Clients;

namespace FleetGenerator.Tokens;

/// <summary>Which token behaviour a device has, by its library.</summary>
internal static class TokenFactory
{
    private const double NodeMargin = 900;
    private const double PythonMargin = 120;

    /// <param name="lifetime">In seconds.</param>
    /// <param name="clockSkew">How far the device's clock is ahead, in seconds.</param>
    public static IToken Create(TokenRenewal renewal, double lifetime, double clockSkew, SweepGrace grace, Rng rng) =>
        renewal switch
        {
            TokenRenewal.AtShareAfterConnect => new RenewalAfterConnect(0.8 * lifetime, rng),
            TokenRenewal.GridWithQuarterHourMargin => new RenewalGrid(lifetime - NodeMargin, rng),
            TokenRenewal.GridWithTwoMinuteMargin => new RenewalGrid(lifetime - PythonMargin, rng),
            TokenRenewal.HubClosesReusedToken => new HubClosedToken(lifetime, 0.15, clockSkew, grace, rng),
            TokenRenewal.HubClosesNewToken => new HubClosedToken(lifetime, 1, clockSkew, grace, rng),
            TokenRenewal.AtExpiryAfterConnect => AtExpiry(lifetime, grace, rng),
            _ => ByApplication(lifetime, clockSkew, grace, rng),
        };

    /// <summary>Node refuses lifetimes that its own margin would use up.</summary>
    public static bool Allows(TokenRenewal renewal, int minutes) =>
        minutes > (renewal == TokenRenewal.GridWithQuarterHourMargin ? 18 : 4);

    private static RenewalAfterConnect AtExpiry(double lifetime, SweepGrace grace, Rng rng)
    {
        var early = grace.UsualMinutes == 0 || rng.Happens(0.5);
        return new RenewalAfterConnect(lifetime - (early ? 30 : -0.5), rng);
    }

    private static IToken ByApplication(double lifetime, double clockSkew, SweepGrace grace, Rng rng)
    {
        var choice = rng.Unit();
        if (choice < 0.55)
            return new HubClosedToken(lifetime, 1, clockSkew, grace, rng);
        if (choice < 0.7)
            return new RenewalAfterConnect(lifetime * rng.Pick([0.75, 0.85, 0.9, 0.95]), rng);
        if (choice < 0.9)
            return new RenewalAfterConnect(Math.Max(lifetime / 2, lifetime - rng.Pick([30.0, 60, 120, 300])), rng);
        return new RenewalGrid(Math.Max(lifetime / 2, lifetime - rng.Pick([60.0, 300])), rng);
    }
}
