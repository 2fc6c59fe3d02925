using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The token lifetime that a device's hub-closed sessions tell of. The hub looks for expired tokens every five
/// minutes and closes up to ten minutes late, so ages are a lifetime plus 0, 5 or 10 minutes, give or take what the
/// clocks are apart.
/// </summary>
internal sealed class TokenExpiryPattern
{
    private const double ShortestLifetime = 240;
    private const double Wide = 34;
    private const int EnoughForWide = 6;
    private const int MostTried = 24;
    private const int MostSifted = 256;

    /// <summary>Seconds between the first and the last age that a delay of a narrow candidate takes.</summary>
    private const double Window = ExpiryCandidate.Early + ExpiryCandidate.Narrow;

    private static readonly double[] UsualLifetimes =
    [
        600,
        900,
        1200,
        1800,
        2700,
        3600,
        5400,
        7200,
        14400,
        28800,
        43200,
        86400,
    ];

    private readonly double _first;
    private readonly double _width;

    private TokenExpiryPattern(in ExpiryCandidate found)
    {
        ByChance = found.ByChance;
        _first = found.First;
        _width = found.Width;
        Lifetime = found.Lifetime;
        Support = found.Support;
        Graces = found.Graces;
        Elsewhere = found.Elsewhere;
        Strength = Support - 1 - 2.5 * ByChance + (IsUsual(Lifetime) ? 0.5 : 0);
    }

    /// <summary>Seconds.</summary>
    public double Lifetime { get; }

    /// <summary>Seconds by which ages of one delay may be apart, beyond what they mostly are.</summary>
    public double Looseness => Math.Max(0, _width - ExpiryCandidate.Narrow);

    /// <summary>How many sessions ended at such an age.</summary>
    public int Support { get; }

    /// <summary>At how many of the three delays sessions ended more than once.</summary>
    public int Graces { get; }

    /// <summary>How many sessions ended at other of the three delays than most.</summary>
    public int Elsewhere { get; }

    /// <summary>How many of the sessions would have fitted by chance.</summary>
    public double ByChance { get; }

    /// <summary>More sessions fit than the first, which made the pattern, and than chance would bring.</summary>
    public double Strength { get; }

    /// <summary>A lifetime that people configure: an hour above all.</summary>
    public static bool IsUsual(double lifetime) => Array.IndexOf(UsualLifetimes, lifetime) >= 0;

    /// <summary>
    /// How likely people configure this lifetime, in nats. Few choose other than whole quarters of an hour.
    /// </summary>
    public double Plausibility =>
        Lifetime switch
        {
            3600 => 3,
            <= 600 => -4,
            _ when IsUsual(Lifetime) => 0.5,
            _ when Lifetime % 900 == 0 => 0,
            _ when Lifetime % 300 == 0 => -1,
            _ => -4,
        };

    /// <summary>The documented case: a token of an hour, closed at 60, 65 or 70 minutes.</summary>
    public static TokenExpiryPattern DocumentedHour { get; } =
        new(new ExpiryCandidate(3600, ExpiryCandidate.Narrow, 3600));

    /// <summary>The pattern of a lifetime that an operator named.</summary>
    public static TokenExpiryPattern Known(double lifetime) => new(new ExpiryCandidate(lifetime, Wide, lifetime));

    /// <summary>Whether a session of this age ended at its token's expiry.</summary>
    [MethodImpl(HotPath.Profiles)]
    public bool Fits(double age)
    {
        for (var grace = 0; grace < 3; grace++)
        {
            if (FitsGrace(age, grace))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Finds the lifetime that explains most of the ages (seconds, sorted); null where none explains any.
    /// </summary>
    public static TokenExpiryPattern? Find(ReadOnlySpan<double> ages)
    {
        var best = FindWholeMinutes(ages);
        if (ages.Length >= ClosingPattern.EnoughSupport && best.Support * 5 < ages.Length * 4 && MayAgree(ages))
            TryAnyLifetime(ages, ref best);
        if (ages.Length >= EnoughForWide && best.Support * 10 < ages.Length * 9)
            TryWide(ages, ref best);
        return best.Support == 0 ? null : new TokenExpiryPattern(best);
    }

    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    private static ExpiryCandidate FindWholeMinutes(ReadOnlySpan<double> ages)
    {
        Span<double> tried = stackalloc double[3 * MostTried],
            near = stackalloc double[MostSifted];
        var promising = NearWholeMinutes(ages, near);
        var count = 0;
        var best = default(ExpiryCandidate);
        var step = 1 + ages.Length / MostTried;
        for (var i = step / 2; i < ages.Length; i += step)
        {
            for (var grace = 0; grace < 3; grace++)
            {
                var lifetime = Math.Round((ages[i] - grace * TokenExpiry.Sweep - ExpiryCandidate.Early) / 60) * 60;
                if (lifetime < ShortestLifetime || tried[..count].Contains(lifetime))
                    continue;
                tried[count++] = lifetime;
                var candidate = new ExpiryCandidate(lifetime, ExpiryCandidate.Narrow - ExpiryCandidate.Early, lifetime);
                candidate.Measure(ages, promising);
                if (candidate.Support > 0 && candidate.Rank > best.Rank)
                    best = candidate;
            }
        }
        return IsOfEveryMinute(best, ages.Length, promising.Length) ? default : best;
    }

    /// <summary>
    /// Sessions end at any whole minute, as what looks or pings once a minute ends them; a lifetime has three of them.
    /// </summary>
    private static bool IsOfEveryMinute(in ExpiryCandidate best, int ages, int ofMinutes) =>
        ofMinutes * 2 > ages && best.Support * 3 < ofMinutes;

    /// <summary>
    /// Clocks that are apart move all ages alike, so that few are whole minutes; ages that agree modulo the sweep then
    /// still tell.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    private static void TryAnyLifetime(ReadOnlySpan<double> ages, ref ExpiryCandidate best)
    {
        var found = default(ExpiryCandidate);
        var step = 1 + ages.Length / MostTried;
        for (var i = step / 2; i < ages.Length; i += step)
        {
            for (var grace = 0; grace < 3; grace++)
            {
                var first = ages[i] - grace * TokenExpiry.Sweep;
                if (first < ShortestLifetime)
                    continue;
                var minutes = Math.Round((first + ExpiryCandidate.Early) / 60) * 60;
                var candidate = new ExpiryCandidate(
                    first,
                    ExpiryCandidate.Narrow,
                    Math.Abs(first - minutes) <= Wide ? minutes : Math.Round(first)
                );
                candidate.Measure(ages, ages);
                // At one delay alone, nearly any age lies five or ten minutes after a lifetime that people set.
                if (grace > 0 && candidate.Elsewhere < 2 && Math.Abs(first - minutes) > ExpiryCandidate.Narrow)
                {
                    candidate = new ExpiryCandidate(first, ExpiryCandidate.Narrow, Math.Round(first));
                    candidate.Measure(ages, ages);
                }
                if (found.Support == 0 || candidate.Rank > found.Rank)
                    found = candidate;
            }
        }
        var margin = Math.Max(1, 0.15 * ages.Length);
        if (Agree(found.Support, ages.Length) && found.Rank > best.Rank + margin)
            best = found;
    }

    /// <summary>
    /// Where a hub or a network takes its time, ages lie within half a minute after a usual lifetime's delays, and none
    /// before; one delay alone is enough for the documented hour.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    private static void TryWide(ReadOnlySpan<double> ages, ref ExpiryCandidate best)
    {
        foreach (var lifetime in UsualLifetimes)
        {
            var candidate = new ExpiryCandidate(lifetime, Wide, lifetime);
            candidate.Measure(ages, ages);
            if (
                candidate.Support * 10 >= ages.Length * 9
                && (candidate.Graces >= 2 || lifetime == TokenExpiry.UsualLifetime)
                && candidate.Rank > best.Rank
            )
                best = candidate;
        }
    }

    /// <summary>Those that a lifetime of whole minutes may explain: sweeps are whole minutes, too.</summary>
    [MethodImpl(HotPath.Profiles)]
    private static ReadOnlySpan<double> NearWholeMinutes(ReadOnlySpan<double> ages, Span<double> near)
    {
        if (ages.Length > near.Length)
            return ages;
        var count = 0;
        foreach (var age in ages)
        {
            if (Math.Abs(age - Math.Round(age / 60) * 60) <= ExpiryCandidate.Narrow)
                near[count++] = age;
        }
        return near[..count];
    }

    /// <summary>Whether so many ages agree modulo the sweep that a lifetime could explain them.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    private static bool MayAgree(ReadOnlySpan<double> ages)
    {
        if (ages.Length > MostSifted)
            return true;
        Span<double> late = stackalloc double[2 * MostSifted];
        late = late[..(2 * ages.Length)];
        for (var i = 0; i < ages.Length; i++)
            late[i] = ages[i] - Math.Floor(ages[i] / TokenExpiry.Sweep) * TokenExpiry.Sweep;
        PlainSort.Sort(late[..ages.Length]);
        for (var i = 0; i < ages.Length; i++)
            late[ages.Length + i] = late[i] + TokenExpiry.Sweep;
        var start = 0;
        for (var end = 0; end < late.Length; end++)
        {
            while (late[end] - late[start] > Window)
                start++;
            if (Agree(end + 1 - start, ages.Length))
                return true;
        }
        return false;
    }

    private static bool Agree(int support, int ages) => support * 3 >= ages;

    private bool FitsGrace(double age, int grace)
    {
        var late = age - _first - grace * TokenExpiry.Sweep;
        return late >= -ExpiryCandidate.Early && late <= _width;
    }
}
