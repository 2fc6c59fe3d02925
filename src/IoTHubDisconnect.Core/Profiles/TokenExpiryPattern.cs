using IoTHubDisconnect.Sessions;

namespace IoTHubDisconnect.Profiles;

/// <summary>
/// The token lifetime that a device's hub-closed sessions tell of. The hub looks for expired tokens every five minutes and
/// closes up to ten minutes late, so ages are a lifetime plus 0, 5 or 10 minutes.
/// </summary>
internal sealed class TokenExpiryPattern
{
    public const double Early = 1.5;
    public const double Late = 4.5;
    private const double ShortestLifetime = 300;

    /// <summary>How long after expiry the hub closes, in seconds.</summary>
    public static ReadOnlySpan<double> Grace => [0, 300, 600];

    private TokenExpiryPattern(double lifetime, int support, int graces)
    {
        Lifetime = lifetime;
        Support = support;
        Graces = graces;
    }

    /// <summary>Seconds.</summary>
    public double Lifetime { get; }

    /// <summary>How many sessions ended at such an age.</summary>
    public int Support { get; }

    /// <summary>At how many of the three delays sessions ended.</summary>
    public int Graces { get; }

    /// <summary>A lifetime that people configure: an hour above all.</summary>
    public static bool IsUsual(double lifetime) => lifetime is 3600 or 1800 or 7200 or 86400 or 1200 or 900 or 2700 or 5400 or 14400 or 28800 or 43200 or 600;

    /// <summary>A pattern of the lifetime that an operator named.</summary>
    public static TokenExpiryPattern Known(double lifetime) => new(lifetime, 0, 0);

    /// <summary>Seconds past the closing that fits the age best; null where none fits.</summary>
    public static double? Residual(double age, double lifetime)
    {
        foreach (var grace in Grace)
        {
            var late = age - lifetime - grace;
            if (late is >= -Early and <= Late) return late;
        }
        return null;
    }

    /// <summary>Finds the lifetime that explains most of the ages (seconds); null where no age fits any.</summary>
    public static TokenExpiryPattern? Find(ReadOnlySpan<double> ages)
    {
        Span<double> candidates = stackalloc double[64];
        var count = 0;
        foreach (var age in ages)
        {
            foreach (var grace in Grace)
            {
                var lifetime = Math.Round((age - grace - (Late - Early) / 2) / 60) * 60;
                if (lifetime < ShortestLifetime || Residual(age, lifetime) is null || candidates[..count].Contains(lifetime)) continue;
                if (count < candidates.Length) candidates[count++] = lifetime;
            }
        }
        TokenExpiryPattern? best = null;
        foreach (var lifetime in candidates[..count])
        {
            var pattern = Measure(ages, lifetime);
            if (best is null || pattern.Rank > best.Rank) best = pattern;
        }
        return best;
    }

    private double Rank => Support + (IsUsual(Lifetime) ? 0.9 : Lifetime % 300 == 0 ? 0.4 : 0) + (Lifetime == 3600 ? 0.3 : 0) + 0.05 * Graces;

    private static TokenExpiryPattern Measure(ReadOnlySpan<double> ages, double lifetime)
    {
        var support = 0;
        var seen = 0;
        foreach (var age in ages)
        {
            for (var i = 0; i < Grace.Length; i++)
            {
                if (age - lifetime - Grace[i] is < -Early or > Late) continue;
                support++;
                seen |= 1 << i;
            }
        }
        return new TokenExpiryPattern(lifetime, support, System.Numerics.BitOperations.PopCount((uint)seen));
    }
}
