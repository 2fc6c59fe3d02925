using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>An age at which a device's sessions end again and again, to within a few seconds.</summary>
internal readonly record struct ConstantAge(double Seconds, int Support)
{
    public const double Width = 4;

    /// <summary>The densest few seconds among the ages; sorts them.</summary>
    [MethodImpl(HotPath.Optimized)]
    public static ConstantAge Find(Span<double> ages)
    {
        PlainSort.Sort(ages);
        var best = new ConstantAge(0, 0);
        for (int first = 0, last = 0; last < ages.Length; last++)
        {
            while (ages[last] - ages[first] > Width)
                first++;
            if (last - first + 1 > best.Support)
                best = new ConstantAge(ages[first], last - first + 1);
        }
        return best;
    }

    public bool Fits(double age) => Support > 0 && age >= Seconds - 1.5 && age <= Seconds + Width + 0.5;
}
