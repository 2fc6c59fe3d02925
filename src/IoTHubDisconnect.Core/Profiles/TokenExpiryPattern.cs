namespace IoTHubDisconnect.Profiles;

/// <summary>
/// The token lifetime that a device's hub-closed sessions tell of. The hub looks for expired tokens every five minutes and
/// closes up to ten minutes late, so ages are a lifetime plus 0, 5 or 10 minutes, give or take what the clocks are apart.
/// </summary>
internal sealed class TokenExpiryPattern
{
    /// <summary>The hub looks for expired tokens every so many seconds.</summary>
    public const double Sweep = 300;

    private const double ShortestLifetime = 240;
    private const double Narrow = 6;
    private const double Wide = 34;
    private const double Early = 1.5;
    private const int MostTried = 24;

    private readonly double _first;
    private readonly double _width;

    private TokenExpiryPattern(double first, double width, double lifetime, int support, int graces, int mainGrace, double byChance)
    {
        ByChance = byChance;
        _first = first;
        _width = width;
        Lifetime = lifetime;
        Support = support;
        Graces = graces;
        MainGrace = mainGrace;
    }

    /// <summary>Seconds.</summary>
    public double Lifetime { get; }

    /// <summary>How many sessions ended at such an age.</summary>
    public int Support { get; }

    /// <summary>At how many of the three delays sessions ended more than once.</summary>
    public int Graces { get; }

    /// <summary>The delay that most sessions ended at: 0, 1 or 2 sweeps.</summary>
    public int MainGrace { get; }

    /// <summary>How many of the sessions would have fitted by chance.</summary>
    public double ByChance { get; }

    /// <summary>More sessions fit than the first, which made the pattern, and than chance would bring.</summary>
    public double Strength => Support - 1 - 2.5 * ByChance + (IsUsual(Lifetime) ? 0.5 : 0);

    private double Rank => Support + (Lifetime == 3600 ? 1.2 : IsUsual(Lifetime) ? 0.9 : Lifetime % Sweep == 0 ? 0.4 : 0) + 0.05 * Graces - (_width > Narrow ? 1 : 0);

    /// <summary>A lifetime that people configure: an hour above all.</summary>
    public static bool IsUsual(double lifetime) => lifetime is 3600 or 1800 or 7200 or 86400 or 1200 or 900 or 2700 or 5400 or 14400 or 28800 or 43200 or 600;

    /// <summary>The documented case: a token of an hour, closed at 60, 65 or 70 minutes.</summary>
    public static TokenExpiryPattern DocumentedHour { get; } = new(3600, Narrow, 3600, 0, 0, 0, 0);

    /// <summary>The pattern of a lifetime that an operator named.</summary>
    public static TokenExpiryPattern Known(double lifetime) => new(lifetime, Wide, lifetime, 0, 0, 0, 0);

    /// <summary>Whether a session of this age ended at its token's expiry.</summary>
    public bool Fits(double age)
    {
        for (var grace = 0; grace < 3; grace++)
        {
            if (FitsGrace(age, grace)) return true;
        }
        return false;
    }

    /// <summary>Finds the lifetime that explains most of the ages (seconds, sorted); null where none explains any.</summary>
    public static TokenExpiryPattern? Find(ReadOnlySpan<double> ages)
    {
        var best = FindWholeMinutes(ages);
        if (ages.Length < ClosingPattern.EnoughSupport || best?.Support * 10 >= ages.Length * 9) return best;
        foreach (var width in (ReadOnlySpan<double>)[Narrow, Wide])
        {
            var found = FindAnyLifetime(ages, width);
            var margin = Math.Max(1, 0.15 * ages.Length);
            if (found is not null && found.Rank > (best?.Rank ?? 0) + margin && found.Support * 3 >= ages.Length) best = found;
        }
        return best;
    }

    private static TokenExpiryPattern? FindWholeMinutes(ReadOnlySpan<double> ages)
    {
        Span<double> candidates = stackalloc double[3 * MostTried];
        var count = 0;
        var step = 1 + ages.Length / MostTried;
        for (var i = step / 2; i < ages.Length; i += step)
        {
            for (var grace = 0; grace < 3; grace++)
            {
                var lifetime = Math.Round((ages[i] - grace * Sweep - Early) / 60) * 60;
                if (lifetime < ShortestLifetime || candidates[..count].Contains(lifetime)) continue;
                candidates[count++] = lifetime;
            }
        }
        TokenExpiryPattern? best = null;
        foreach (var lifetime in candidates[..count])
        {
            var pattern = Measure(ages, lifetime, Narrow - Early, lifetime);
            if (pattern.Support > 0 && (best is null || pattern.Rank > best.Rank)) best = pattern;
        }
        return best;
    }

    /// <summary>Clocks that are apart move all ages alike; ages that agree modulo the sweep then still tell.</summary>
    private static TokenExpiryPattern? FindAnyLifetime(ReadOnlySpan<double> ages, double width)
    {
        TokenExpiryPattern? best = null;
        var step = 1 + ages.Length / MostTried;
        for (var i = step / 2; i < ages.Length; i += step)
        {
            var age = ages[i];
            for (var grace = 0; grace < 3; grace++)
            {
                var first = age - grace * Sweep;
                if (first < ShortestLifetime) continue;
                var minutes = Math.Round((first + Early) / 60) * 60;
                var pattern = Measure(ages, first, width, Math.Abs(first - minutes) <= Wide ? minutes : Math.Round(first));
                if (best is null || pattern.Rank > best.Rank) best = pattern;
            }
        }
        return best;
    }

    private static TokenExpiryPattern Measure(ReadOnlySpan<double> ages, double first, double width, double lifetime)
    {
        Span<int> hits = stackalloc int[3];
        for (var grace = 0; grace < 3; grace++)
        {
            var from = first + grace * Sweep;
            hits[grace] = CountBelow(ages, from + width) - CountBelow(ages, from - Early);
        }
        var support = hits[0] + hits[1] + hits[2];
        var graces = 0;
        for (var grace = 0; grace < 3; grace++) graces += hits[grace] >= 2 && !IsTwice(first, grace) || support <= 3 && hits[grace] > 0 ? 1 : 0;
        var range = Math.Max(900, Math.Min(ages[^1], 3 * first));
        return new TokenExpiryPattern(first, width, lifetime, support, graces, hits.IndexOf(Math.Max(hits[0], Math.Max(hits[1], hits[2]))), (ages.Length - 1) * Math.Min(1, 3 * width / range));
    }

    private static int CountBelow(ReadOnlySpan<double> sorted, double limit)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < limit) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Two sessions of the first age, with the rows between them missing, look like a longer delay.</summary>
    private static bool IsTwice(double first, int grace) => grace > 0 && first + grace * Sweep - 2 * first is >= -Narrow and <= 3 * Narrow;

    private bool FitsGrace(double age, int grace)
    {
        var late = age - _first - grace * Sweep;
        return late >= -Early && late <= _width;
    }
}
