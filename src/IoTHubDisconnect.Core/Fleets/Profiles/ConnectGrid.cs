using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Tells whether a device connects by a clock of its own.</summary>
internal static class ConnectGrid
{
    private const int Most = 256;
    private const int Enough = 24;

    /// <summary>
    /// The client connects at constant intervals, to the second, however long each session is: one that comes back
    /// after each close would be as late as that was.
    /// </summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static bool IsKeptByCloses(DeviceProfile device)
    {
        const double second = 1.5;
        Span<long> connects = stackalloc long[Most],
            closes = stackalloc long[Most];
        var count = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (count == Most || record is not { MayBeOrderly: true, ConnectedAt: not 0 })
                continue;
            connects[count] = record.ConnectedAt;
            closes[count++] = record.Time;
        }
        return count >= Enough && Spread(connects[..count], 1) <= second && Spread(closes[..count], 1) >= 2 * second;
    }

    /// <summary>
    /// What is late once is not late the next time: where one waking counts from the one before it, delays add up.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    public static bool Holds(ReadOnlySpan<long> wakings)
    {
        const int farthest = 30;
        const double more = 1.6,
            exact = 0.1;
        if (wakings.Length < Enough)
            return false;
        var apart = Math.Min(farthest, wakings.Length / 3);
        return Spread(wakings, apart) <= more * Spread(wakings, 1) + exact;
    }

    /// <summary>By how many seconds the wakings so far apart are off the usual, at the median.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    private static double Spread(ReadOnlySpan<long> wakings, int apart)
    {
        Span<double> steps = stackalloc double[Most];
        steps = steps[..(wakings.Length - apart)];
        for (var i = 0; i < steps.Length; i++)
            steps[i] = DisconnectRecord.Seconds(wakings[i + apart] - wakings[i]);
        PlainSort.Sort(steps);
        var median = steps[steps.Length / 2];
        foreach (ref var step in steps)
            step = Math.Abs(step - median);
        PlainSort.Sort(steps);
        return steps[steps.Length / 2];
    }
}
