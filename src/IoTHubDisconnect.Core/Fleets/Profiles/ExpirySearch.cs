using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Looks for the lifetime of a device's tokens among the ages at which its sessions were closed.</summary>
internal static class ExpirySearch
{
    private const double ShortestLifetime = 240;
    private const int EnoughForWide = 6;
    private const int EnoughAmidTrouble = 8;
    private const double HalfMinute = 30;

    /// <summary>One in so many ages may lie near others by accident.</summary>
    private const int MeantAmong = 16;
    private const int MostTried = 24;
    private const int MostSifted = 256;

    /// <summary>Seconds between the first and the last age that a delay of a narrow candidate takes.</summary>
    private const double Window = ExpiryCandidate.Early + ExpiryCandidate.Narrow;

    /// <summary>
    /// Finds the lifetime that explains most of the ages (seconds, sorted); null where none explains any.
    /// </summary>
    /// <param name="ages">Seconds, sorted.</param>
    /// <param name="hubCloses">Whether nothing but the hub ends the SDK's tokens, so that any lifetime may.</param>
    public static TokenExpiryPattern? Find(ReadOnlySpan<double> ages, bool hubCloses)
    {
        var best = FindWholeMinutes(ages);
        if (ages.Length >= ClosingPattern.EnoughSupport && best.Support * 5 < ages.Length * 4 && MayAgree(ages))
            TryAnyLifetime(ages, ref best);
        if (ages.Length >= EnoughForWide && best.Support * 10 < ages.Length * 9)
            TryWide(ages, ref best);
        // No idle timer may be so inexact, but one that sweeps.
        if (ages.Length >= EnoughForWide && best.Support > 0 && (hubCloses || best.First > SdkBehaviour.HubCapEnd))
            Widen(ages, ref best);
        if (
            ages.Length >= EnoughForWide
            && best.Support * 3 < ages.Length * 2
            && AtAnyDelay(ages, hubCloses) is { } loose
            && best.Support * 5 < loose.Support * 4
        )
            return loose;
        return best.Support == 0 || best.IsOfEverySweep(ages) ? null : new TokenExpiryPattern(best);
    }

    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    private static ExpiryCandidate FindWholeMinutes(ReadOnlySpan<double> ages)
    {
        Span<double> tried = stackalloc double[TokenExpiry.Graces.Length * MostTried],
            near = stackalloc double[MostSifted];
        var promising = NearWholeMinutes(ages, near);
        var count = 0;
        var best = default(ExpiryCandidate);
        var step = 1 + ages.Length / MostTried;
        for (var i = step / 2; i < ages.Length; i += step)
        {
            foreach (var grace in TokenExpiry.Graces)
            {
                var lifetime = Math.Round((ages[i] - grace - ExpiryCandidate.Early) / 60) * 60;
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
            foreach (var grace in TokenExpiry.Graces)
            {
                var first = ages[i] - grace;
                if (first < ShortestLifetime)
                    continue;
                var minutes = Math.Round((first + ExpiryCandidate.Early) / 60) * 60;
                var candidate = new ExpiryCandidate(
                    first,
                    ExpiryCandidate.Narrow,
                    Math.Abs(first - minutes) <= TokenExpiryPattern.Wide ? minutes : Math.Round(first)
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
    /// Where hubs, networks and clocks take their time, ages lie within half a minute of a usual lifetime's delays. One
    /// delay alone is enough for whole hours, which no idle timer reaches.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    private static void TryWide(ReadOnlySpan<double> ages, ref ExpiryCandidate best)
    {
        foreach (var lifetime in TokenExpiryPattern.UsualLifetimes)
        {
            var candidate = new ExpiryCandidate(lifetime - HalfMinute, HalfMinute + TokenExpiryPattern.Wide, lifetime);
            candidate.Measure(ages, ages);
            if (
                candidate.Support * 10 >= ages.Length * 9
                && (candidate.Graces >= 2 || lifetime % TokenExpiry.UsualLifetime == 0)
                && candidate.Rank > best.Rank
            )
                best = candidate;
        }
    }

    /// <summary>
    /// What ends some more of them, and nearly all, or most at several delays of a lifetime that people set, a little
    /// sooner and later ends these, too.
    /// </summary>
    private static void Widen(ReadOnlySpan<double> ages, ref ExpiryCandidate best)
    {
        const double sooner = 15;
        var candidate = new ExpiryCandidate(best.First - sooner, sooner + TokenExpiryPattern.Wide, best.Lifetime);
        candidate.Measure(ages, ages);
        var isUsual = best.Lifetime % TokenExpiryPattern.HalfHour == 0 && candidate.Graces >= 2;
        if (
            (candidate.Support - best.Support) * MeantAmong > ages.Length
            && (candidate.Support * 5 >= ages.Length * 4 || isUsual && candidate.Support * 2 >= ages.Length)
        )
            best = candidate;
    }

    /// <summary>
    /// The documentation promises no more than that the hub closes within ten minutes: nearly all ages lie there, or,
    /// of an SDK that leaves it to the hub, nearly all that are not cut sooner.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    private static TokenExpiryPattern? AtAnyDelay(ReadOnlySpan<double> ages, bool hubCloses)
    {
        foreach (var lifetime in TokenExpiryPattern.UsualLifetimes)
        {
            if (!hubCloses && lifetime != TokenExpiry.UsualLifetime)
                continue;
            var before = PlainSort.CountBelow(ages, lifetime - ExpiryCandidate.Early);
            var end = lifetime + 2 * TokenExpiry.Sweep + TokenExpiryPattern.Wide;
            var support = PlainSort.CountBelow(ages, end) - before;
            var beyond = ages.Length - before - support;
            if (
                support >= EnoughForWide && support * 5 >= ages.Length * 4
                || hubCloses && support >= EnoughAmidTrouble && beyond * 20 <= support
            )
                return TokenExpiryPattern.AtAnyDelay(lifetime, support);
        }
        return null;
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
}
