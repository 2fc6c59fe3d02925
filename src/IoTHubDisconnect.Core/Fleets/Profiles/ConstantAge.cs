using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>An age at which a device's sessions end again and again, to within a few seconds.</summary>
/// <param name="Seconds">The least of the ages.</param>
/// <param name="Support">How many sessions ended at it.</param>
/// <param name="Sooner">How many ended up to as many seconds before it as it is wide.</param>
/// <param name="Later">How many ended up to as many seconds after it.</param>
internal readonly record struct ConstantAge(double Seconds, int Support, int Sooner, int Later)
{
    public const double Width = 4;

    private const double Short = 90;

    /// <summary>The densest few seconds among the ages; sorts them.</summary>
    [MethodImpl(HotPath.Profiles)]
    public static ConstantAge Find(Span<double> ages)
    {
        PlainSort.Sort(ages);
        var best = new ConstantAge(0, 0, 0, 0);
        for (int first = 0, last = 0; last < ages.Length; last++)
        {
            while (ages[last] - ages[first] > Width)
                first++;
            if (last - first + 1 > best.Support)
                best = new ConstantAge(ages[first], last - first + 1, 0, 0);
        }
        var before = PlainSort.CountBelow<double>(ages, best.Seconds);
        return best with
        {
            Sooner = before - PlainSort.CountBelow<double>(ages, best.Seconds - Width),
            Later = PlainSort.CountBelow<double>(ages, best.Seconds + 2 * Width) - before - best.Support,
        };
    }

    /// <summary>
    /// Sessions end at this age and not as often a few seconds sooner or later. Short timers are late by a little, and
    /// hardly ever early.
    /// </summary>
    public bool IsSharp => Sooner + Later <= Support && (Seconds > Short || Sooner * 4 <= Support);

    /// <summary>Many of so many sessions ended at it: no accident does that.</summary>
    public bool IsOften(int sessions) => Support >= ClosingPattern.EnoughSupport && Support * 4 >= sessions && IsSharp;

    public bool Fits(double age) => Support > 0 && age >= Seconds - 1.5 && age <= Seconds + Width + 0.5;
}
