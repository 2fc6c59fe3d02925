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

    /// <summary>Seconds from one waking to the next; 0 where the device has no such habit.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Optimized)]
    public static double Find(DeviceProfile device)
    {
        Span<double> periods = stackalloc double[Most];
        int count = 0,
            cut = 0,
            slept = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind != DisconnectKind.Closed || ErrorCodes.GroupOf(record.Code) != ErrorGroup.RemoteClosed)
                continue;
            cut++;
            if (record.Age is not { } age || record.ReturnGap is not { } away || count == Most)
                continue;
            if (away > Math.Max(age, ShortestSleep))
                slept++;
            periods[count++] = age + away;
        }
        if (count < Enough || slept * 5 < cut * 4)
            return 0;
        periods = periods[..count];
        PlainSort.Sort(periods);
        var median = periods[count / 2];
        var near = 0;
        foreach (var period in periods)
            near += Math.Abs(period - median) <= Math.Max(6, 0.02 * median) ? 1 : 0;
        return near * 5 >= count * 4 ? median : 0;
    }
}
