using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>A lifetime that may be a device's tokens', and how well the ages of its sessions speak for it.</summary>
internal struct ExpiryCandidate(double first, double width, double lifetime)
{
    /// <summary>Seconds that the ages of one delay are apart at most, where the clocks agree.</summary>
    public const double Narrow = 6;

    /// <summary>Seconds before the lifetime's end that still count.</summary>
    public const double Early = 1.5;

    /// <summary>One in so many at a delay is no more than an accident.</summary>
    private const int Accidents = 20;

    public readonly double First = first;
    public readonly double Width = width;
    public readonly double Lifetime = lifetime;
    public int Support;
    public int Graces;

    /// <summary>Ages at other delays than most.</summary>
    public int Elsewhere;
    public double ByChance;

    /// <summary>Ages that fit, and a little more for a lifetime that people configure.</summary>
    public double Rank;

    /// <summary>Counts the ages (seconds, sorted) that fit, among those that may.</summary>
    [MethodImpl(HotPath.Profiles)]
    public void Measure(ReadOnlySpan<double> ages, ReadOnlySpan<double> promising)
    {
        var (none, one, two) = (CountAt(promising, 0), CountAt(promising, 1), CountAt(promising, 2));
        Support = none + one + two;
        var (soon, late, last) = (OwnOf(none, 0), OwnOf(one, 1), OwnOf(two, 2));
        Graces = GraceOf(none, soon) + GraceOf(one, late) + GraceOf(two, last);
        Elsewhere = soon + late + last - Math.Max(soon, Math.Max(late, last));
        var range = Math.Max(900, Math.Min(ages[^1], 3 * First));
        ByChance = (ages.Length - 1) * Math.Min(1, 3 * Width / range);
        var usual =
            Lifetime == TokenExpiry.UsualLifetime ? 1.2
            : TokenExpiryPattern.IsUsual(Lifetime) ? 0.9
            : Lifetime % TokenExpiryPattern.HalfHour == 0 ? 0.6
            : Lifetime % TokenExpiry.Sweep == 0 ? 0.4
            : 0;
        Rank = MeantOf(none) + MeantOf(one) + MeantOf(two) + usual + 0.05 * Graces - (Width > Narrow ? 1 : 0);
    }

    /// <summary>
    /// Sessions end at many other multiples of the hub's sweep, sooner and later, as what pings every five minutes ends
    /// them; none outlives its token.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    public readonly bool IsOfEverySweep(ReadOnlySpan<double> ages)
    {
        const int many = 5;
        var (others, steps, latest) = (0, 0, double.NaN);
        foreach (var age in ages)
        {
            var step = Math.Floor((age - First + Early) / TokenExpiry.Sweep);
            if (step is 0 or 1 or 2 || age - First - step * TokenExpiry.Sweep >= Width)
                continue;
            others++;
            steps += step == latest ? 0 : 1;
            latest = step;
        }
        var byChance = (ages.Length - Support) * (Width + Early) / TokenExpiry.Sweep;
        return steps >= many && others * 2 > Support && others > 2 * byChance;
    }

    private readonly int CountAt(ReadOnlySpan<double> ages, int grace)
    {
        var from = First + grace * TokenExpiry.Sweep;
        var first = PlainSort.CountBelow(ages, from - Early);
        // Mostly they are few.
        var end = first;
        while (end < ages.Length && ages[end] < from + Width)
            end++;
        return end - first;
    }

    /// <summary>Those that ended at a delay on purpose: among many, some fall there by accident.</summary>
    private readonly int MeantOf(int hits) => hits * Accidents < Support ? 0 : hits;

    /// <summary>Those that ended at a delay, and are not several sessions without the rows between them.</summary>
    private readonly int OwnOf(int hits, int grace) => IsMultiple(grace) ? 0 : MeantOf(hits);

    /// <summary>One where sessions ended at this delay more than once, or all are few.</summary>
    private readonly int GraceOf(int hits, int own) => own >= 2 || Support <= 3 && hits > 0 ? 1 : 0;

    /// <summary>
    /// Two or three sessions of the first age, with the rows between them missing, look like a longer delay.
    /// </summary>
    private readonly bool IsMultiple(int grace) => grace > 0 && (IsTimes(2, grace) || IsTimes(3, grace));

    private readonly bool IsTimes(int sessions, int grace) =>
        First + grace * TokenExpiry.Sweep - sessions * First is >= -Narrow and <= 3 * Narrow;
}
