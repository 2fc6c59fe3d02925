using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// An age, in seconds, that sessions ended near but not to the second, as those do that a carrier's timers cut.
/// </summary>
internal readonly record struct LooseAge(double Least, double Most, int Support)
{
    private const int Enough = 6;

    /// <summary>The age that most of them lie near; none where they are few, or too many lie elsewhere.</summary>
    /// <param name="ages">Sorted.</param>
    /// <param name="width">The ages lie within so large a share of each other.</param>
    /// <param name="least">The share that must.</param>
    [MethodImpl(HotPath.Profiles)]
    public static LooseAge Find(ReadOnlySpan<double> ages, double width, double least)
    {
        int best = 0,
            from = 0;
        for (int first = 0, last = 0; last < ages.Length; last++)
        {
            while (ages[last] > ages[first] * (1 + width))
                first++;
            if (last - first + 1 > best)
                (best, from) = (last - first + 1, first);
        }
        if (best < Enough || best < least * ages.Length)
            return default;
        var found = new LooseAge(ages[from], ages[from + best - 1], best);
        return found.IsOfRounds(ages[(from + best)..]) ? default : found;
    }

    /// <summary>
    /// Many of the longer ones are two, three or four times as long: something comes round that a session may outlive,
    /// and no timer of its own.
    /// </summary>
    private bool IsOfRounds(ReadOnlySpan<double> longer)
    {
        const double near = 0.05,
            mostRounds = 4.3;
        var (counted, whole) = (0, 0);
        foreach (var age in longer)
        {
            var rounds = age / Seconds;
            if (rounds > mostRounds)
                continue;
            counted++;
            whole += rounds > 1.5 && Math.Abs(rounds - Math.Round(rounds)) <= near * rounds ? 1 : 0;
        }
        return whole >= Enough && whole * 4 >= counted * 3 && whole * 8 >= Support;
    }

    /// <summary>Seconds, in the middle.</summary>
    public double Seconds => (Least + Most) / 2;

    public bool Fits(double age) => Support > 0 && age >= 0.97 * Least && age <= 1.03 * Most;
}
