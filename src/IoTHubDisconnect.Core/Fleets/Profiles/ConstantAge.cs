using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>An age at which a device's sessions end again and again, to within a few seconds.</summary>
/// <param name="Seconds">The least of the ages.</param>
/// <param name="Support">How many sessions ended at it.</param>
/// <param name="Around">How many ended at it or up to as many seconds before or after it as it is wide.</param>
internal readonly record struct ConstantAge(double Seconds, int Support, int Around)
{
    public const double Width = 4;

    /// <summary>The densest few seconds among the ages; sorts them.</summary>
    [MethodImpl(HotPath.Profiles)]
    public static ConstantAge Find(Span<double> ages)
    {
        PlainSort.Sort(ages);
        var best = new ConstantAge(0, 0, 0);
        for (int first = 0, last = 0; last < ages.Length; last++)
        {
            while (ages[last] - ages[first] > Width)
                first++;
            if (last - first + 1 > best.Support)
                best = new ConstantAge(ages[first], last - first + 1, 0);
        }
        var around =
            PlainSort.CountBelow<double>(ages, best.Seconds + 2 * Width)
            - PlainSort.CountBelow<double>(ages, best.Seconds - Width);
        return best with { Around = around };
    }

    /// <summary>Sessions end at this age and not as often a few seconds sooner or later.</summary>
    public bool IsSharp => Support * 2 >= Around;

    /// <summary>Many of so many sessions ended at it: no accident does that.</summary>
    public bool IsOften(int sessions) => Support >= ClosingPattern.EnoughSupport && Support * 4 >= sessions && IsSharp;

    public bool Fits(double age) => Support > 0 && age >= Seconds - 1.5 && age <= Seconds + Width + 0.5;
}
