using System.Runtime.CompilerServices;
using IoTHubDisconnect.Sessions;

namespace IoTHubDisconnect.Profiles;

/// <summary>When a device's client closes in an orderly way in order to come back with a new token: at one age, or on one grid.</summary>
internal sealed class RenewalPattern
{
    private const int Most = 256;
    private static readonly RenewalPattern None = new([], default, 0, default, 0, double.PositiveInfinity);
    private readonly long[] _closings;
    private readonly bool _hasAge;
    private readonly bool _hasGrid;

    private RenewalPattern(long[] closings, ConstantAge age, int ages, ConstantAge period, int periods, double medianReturn)
    {
        _hasAge = IsPattern(age, ages);
        _hasGrid = IsPattern(period, periods);
        _closings = closings;
        Age = age;
        Grid = period;
        MedianReturn = medianReturn;
        Period = age.Support >= period.Support ? _hasAge ? age.Seconds : 0 : _hasGrid ? period.Seconds : 0;
    }

    /// <summary>Orderly closings of the device.</summary>
    public int Count => _closings.Length;

    /// <summary>The session age at which the client closes.</summary>
    public ConstantAge Age { get; }

    /// <summary>The time from one orderly closing to the next.</summary>
    public ConstantAge Grid { get; }

    /// <summary>Seconds until the device is back after an orderly closing, at the median; infinite where it never was.</summary>
    public double MedianReturn { get; }

    /// <summary>Seconds between renewals; 0 where there is no pattern.</summary>
    public double Period { get; }

    [SkipLocalsInit]
    [MethodImpl(HotPath.Optimized)]
    public static RenewalPattern Find(DeviceProfile device)
    {
        var closings = OrderlyClosings(device.Records);
        if (closings.Length == 0) return None;
        Span<double> ages = stackalloc double[Most], gaps = stackalloc double[Most], returns = stackalloc double[Most];
        int ageCount = 0, gapCount = 0, returnCount = 0;
        for (; gapCount < Math.Min(Most, closings.Length - 1); gapCount++) gaps[gapCount] = DisconnectRecord.Seconds(closings[gapCount + 1] - closings[gapCount]);
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (!record.IsOrderly) continue;
            if (record.Age is { } age && ageCount < Most) ages[ageCount++] = age;
            if (record.ReturnGap is { } gap && returnCount < Most) returns[returnCount++] = gap;
        }
        returns = returns[..returnCount];
        PlainSort.Sort(returns);
        var median = returnCount == 0 ? double.PositiveInfinity : returns[returnCount / 2];
        return new RenewalPattern(closings, ConstantAge.Find(ages[..ageCount]), ageCount, ConstantAge.Find(gaps[..gapCount]), gapCount, median);
    }

    /// <summary>The age repeats on this device.</summary>
    public bool FitsAge(double age) => _hasAge && Age.Fits(age);

    /// <summary>Another orderly closing lies a whole number of periods before or after.</summary>
    [MethodImpl(HotPath.Optimized)]
    public bool FitsGrid(long time, double period)
    {
        const int farthest = 6;
        const double tolerance = 2.5;
        foreach (var other in Near(time, period * farthest))
        {
            var distance = Math.Abs(DisconnectRecord.Seconds(time - other));
            var periods = Math.Round(distance / period);
            if (periods is >= 1 and <= farthest && Math.Abs(distance - periods * period) <= tolerance) return true;
        }
        return false;
    }

    public bool FitsOwnGrid(long time) => _hasGrid && FitsGrid(time, Grid.Seconds + ConstantAge.Width / 4);

    private ReadOnlySpan<long> Near(long time, double seconds)
    {
        var reach = (long)(seconds * TimeSpan.TicksPerSecond) + TimeSpan.TicksPerMinute;
        var first = Array.BinarySearch(_closings, time - reach);
        var last = Array.BinarySearch(_closings, time + reach);
        first = first < 0 ? ~first : first;
        last = last < 0 ? ~last : last + 1;
        return _closings.AsSpan(first, last - first);
    }

    [MethodImpl(HotPath.Optimized)]
    private static long[] OrderlyClosings(DisconnectRecords records)
    {
        var count = 0;
        for (var i = 0; i < records.Length; i++) count += records[i].IsOrderly ? 1 : 0;
        if (count == 0) return [];
        var closings = new long[count];
        for (var i = records.Length - 1; i >= 0; i--)
        {
            if (records[i].IsOrderly) closings[--count] = records[i].Time;
        }
        return closings;
    }

    private static bool IsPattern(ConstantAge found, int of) => found.Support >= 2 && found.Support * 4 > of;
}
