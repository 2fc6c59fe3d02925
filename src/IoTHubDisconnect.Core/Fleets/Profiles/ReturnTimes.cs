using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>How long a device was away, time after time: a boot takes its time, and always the same.</summary>
/// <param name="seconds">From each drop to the return.</param>
internal readonly struct ReturnTimes(double[] seconds)
{
    /// <summary>Seconds that people let a client wait before it tries again.</summary>
    private static readonly double[] Pauses = [15, 20, 30, 45, 60, 90, 120, 180, 240, 300];

    public int Count => seconds.Length;

    /// <summary>How many others were about as long as this one.</summary>
    [MethodImpl(HotPath.Profiles)]
    public int Like(double one) => Math.Max(0, Near(one, Tolerance(one)) - 1);

    /// <summary>Many were as long as this one, and not for there being as many of about any length.</summary>
    [MethodImpl(HotPath.Profiles)]
    public bool AreOften(double one)
    {
        var alike = Like(one);
        return alike > 0 && alike * 3 >= Count - 1 && IsPeak(one, alike + 1);
    }

    /// <summary>The length of many of so many drops; 0 where there is none.</summary>
    [MethodImpl(HotPath.Profiles)]
    public double FindBoot(int drops, double shortest)
    {
        const double longest = 360;
        var (boot, most) = (0.0, 2);
        foreach (var candidate in seconds)
        {
            if (candidate < shortest || candidate > longest)
                continue;
            var alike = Near(candidate, Tolerance(candidate));
            if (alike > most && alike * 5 >= drops * 2 && IsPeak(candidate, alike))
                (boot, most) = (candidate, alike);
        }
        return boot;
    }

    /// <summary>Nearly all were of this length, and that is a round time and what a connect takes.</summary>
    public bool ArePauses(double length)
    {
        const double handshake = 2.2,
            clocks = 0.3;
        foreach (var pause in Pauses)
        {
            if (length - pause is >= -clocks and <= handshake)
                return Near(length, handshake - clocks) * 7 >= Count * 6;
        }
        return false;
    }

    public int Near(double one, double tolerance) => Near(seconds, one, tolerance);

    [MethodImpl(HotPath.Profiles)]
    public static int Near(ReadOnlySpan<double> seconds, double one, double tolerance)
    {
        var near = 0;
        foreach (var other in seconds)
            near += Math.Abs(other - one) <= tolerance ? 1 : 0;
        return near;
    }

    public static double Tolerance(double one) => Math.Max(2.5, one * 0.08);

    /// <summary>So many alike are most of those that are somewhat longer or shorter.</summary>
    private bool IsPeak(double one, int alike) => alike * 3 >= 2 * Near(one, 3 * Tolerance(one));
}
