using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>Finds devices that wake at constant intervals, connect for a while and are gone without a close.</summary>
internal static class WakeSchedule
{
    private const int Most = 256;
    private const int Enough = 4;

    /// <summary>Seconds. Who is away for less has restarted.</summary>
    private const double ShortestSleep = 180;

    /// <summary>Seconds. Nothing waits so long between its tries, so that fewer wakings in time will do.</summary>
    private const double LongSleep = 3600;

    /// <summary>Seconds from one waking to the next; 0 where the device has no such habit.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static double Find(DeviceProfile device)
    {
        Span<double> periods = stackalloc double[Most];
        int count = 0,
            cut = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind != DisconnectKind.Closed || ErrorCodes.GroupOf(record.Code) != ErrorGroup.RemoteClosed)
                continue;
            cut++;
            if (record.Age is not { } age || record.ReturnGap is not { } away || count == Most)
                continue;
            if (away > Math.Max(age, ShortestSleep))
                periods[count++] = age + away;
        }
        // What the device suffers while it is awake is beside the habit, as long as it is not the more.
        if (count < Enough || count * 2 < cut)
            return 0;
        periods = periods[..count];
        PlainSort.Sort(periods);
        var median = periods[count / 2];
        var near = 0;
        foreach (var period in periods)
            near += Math.Abs(period - median) <= Math.Max(6, 0.02 * median) ? 1 : 0;
        return near * 5 >= count * (median >= LongSleep ? 3 : 4) ? median : 0;
    }
}
