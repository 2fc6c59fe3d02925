namespace NetworkLab.Habits;

/// <summary>Sums up what several devices with one client did.</summary>
internal static class HabitOf
{
    /// <summary>Seconds. Sooner is the same try, or one without a pause.</summary>
    private const double AtOnce = 0.1;

    private const double NearCap = 0.9;

    public static RetryHabit Devices(string version, IReadOnlyList<RetryTimes> devices)
    {
        var gaps = Gaps(devices);
        return new RetryHabit(
            devices[0].Client.Name,
            version,
            Median(devices.Select(device => device.Seconds[0])),
            Growth(gaps),
            Median(devices.Select(device => device.Gaps.Max())),
            Median(gaps.Select((gap, index) => Spread(devices.Select(device => device.Gaps[index])) / gap))
        );
    }

    /// <summary>From one try to the next, as most of the devices have it.</summary>
    public static double[] Gaps(IReadOnlyList<RetryTimes> devices) =>
        [
            .. Enumerable
                .Range(0, devices.Min(device => device.Gaps.Count))
                .Select(index => Median(devices.Select(device => device.Gaps[index]))),
        ];

    /// <summary>By what a gap is longer than the one before, on its way up to the cap.</summary>
    private static double Growth(double[] gaps)
    {
        var first = Array.FindIndex(gaps, gap => gap >= AtOnce);
        var last = Array.FindIndex(gaps, gap => gap >= NearCap * gaps.Max());
        return last > first ? Math.Pow(gaps[last] / gaps[first], 1.0 / (last - first)) : 1;
    }

    private static double Spread(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return all.Max() - all.Min();
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
