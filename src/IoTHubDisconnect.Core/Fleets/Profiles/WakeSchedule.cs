using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The habit of a device that wakes at constant intervals, connects for a while and is gone without a close.
/// </summary>
/// <param name="Period">Seconds from one waking to the next.</param>
/// <param name="KeepsGrid">
/// The wakings are on a grid, though each session seems longer than the device was awake: the hub waited for it, or for
/// its next waking.
/// </param>
internal record WakeSchedule(double Period, bool KeepsGrid)
{
    private const int Most = 256;
    private const int Enough = 4;

    /// <summary>
    /// Seconds. Who is away for less has restarted: orchestrators let up to five minutes pass before a start.
    /// </summary>
    private const double ShortestSleep = 360;

    /// <summary>Seconds, where the wakings are on a grid.</summary>
    private const double ShortestSleepOnGrid = 45;

    /// <summary>Seconds. What comes up more often is started anew each time.</summary>
    private const double ShortestRound = 180;

    /// <summary>Seconds. Nothing waits so long between its tries, so that fewer wakings in time will do.</summary>
    private const double LongSleep = 3600;

    /// <summary>
    /// Seconds that the hub may take to notice. Who is there for most of the time beyond that does not sleep to save
    /// power: its line comes and goes, as a satellite does.
    /// </summary>
    private const double LongestWait = 900;

    /// <summary>Seconds. Nor does one that is there for hours, and goes for the night.</summary>
    protected const double LongestAwake = 2 * 3600;

    /// <summary>The habit; null where the device has none.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static WakeSchedule? Find(DeviceProfile device)
    {
        Span<double> periods = stackalloc double[Most],
            awake = stackalloc double[Most];
        Span<long> wakings = stackalloc long[Most];
        int count = 0,
            cut = 0,
            orderly = 0,
            brief = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind != DisconnectKind.Closed || count == Most)
                continue;
            var isTaken = Takeovers.Is(record);
            var isCut = isTaken || ErrorCodes.GroupOf(record.Code) == ErrorGroup.RemoteClosed;
            if (!isCut && !record.IsOrderly)
                continue;
            cut += isCut ? 1 : 0;
            if (record.Age is not { } age || record.ReturnGap is not { } away)
                continue;
            if (isTaken ? age < ShortestRound : away <= ShortestSleepOnGrid)
                continue;
            brief += away > Math.Max(age, ShortestSleep) ? 1 : 0;
            orderly += isCut ? 0 : 1;
            if (!isCut)
                continue;
            wakings[count] = record.ReconnectedAt;
            awake[count] = isTaken ? 0 : age;
            periods[count++] = age + away;
        }
        // What the device suffers while it is awake is beside the habit, as long as it is not the more. And what
        // mostly says good night is not gone without a word by habit.
        if (count < Enough || count * 2 < cut || orderly >= count || BacksOff(device))
            return null;
        var keepsGrid = brief * 2 < count;
        if (keepsGrid && (device.Closings.Schedule is not null || !ConnectGrid.Holds(wakings[..count])))
            return null;
        periods = periods[..count];
        PlainSort.Sort(periods);
        var median = periods[count / 2];
        if (median < ShortestRound)
            return null;
        var near = 0;
        foreach (var period in periods)
            near += Math.Abs(period - median) <= Tolerance(median) ? 1 : 0;
        awake = awake[..count];
        PlainSort.Sort(awake);
        if (awake[count / 2] > LongestAwake || keepsGrid && awake[count / 2] - LongestWait > median / 2)
            return null;
        return near * 5 >= count * (median >= LongSleep ? 3 : 4) ? new WakeSchedule(median, keepsGrid) : null;
    }

    /// <summary>Whether the device sleeps after this end.</summary>
    [MethodImpl(HotPath.Profiles)]
    public virtual bool Includes(in DisconnectRecord record, double toEndOfLog) =>
        Takeovers.Is(record) ? KeepsGrid && record.Age is { } age && IsNear(age % Period)
        : record.ReturnGap is not { } away ? toEndOfLog < Period
        : KeepsGrid ? away > ShortestSleepOnGrid
        : away > (record.Age ?? 0);

    private bool IsNear(double rest) => Math.Min(rest, Period - rest) <= Tolerance(Period);

    private static double Tolerance(double period) => Math.Max(6, 0.02 * period);

    /// <summary>
    /// It was away for twice as long each time, several times on end: whoever starts a device that crashes waits so.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    private static bool BacksOff(DeviceProfile device)
    {
        const double least = 1.5,
            most = 2.7;
        const int enough = 3;
        var (before, doubled) = (0.0, 0);
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind != DisconnectKind.Closed || record.ReturnGap is not { } away)
                continue;
            doubled = away >= least * before && away <= most * before ? doubled + 1 : 0;
            if (doubled >= enough && away > ShortestSleep)
                return true;
            before = away;
        }
        return false;
    }
}
