using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// A time of the hour or the day at which a device's sessions end again and again. A token's clock and an idle timer
/// start with the connect, so each return moves the next close by as long as it took; a schedule stays where it is.
/// </summary>
/// <param name="Period">Seconds from one time to the next.</param>
/// <param name="Phase">Seconds after midnight UTC, modulo <paramref name="Period"/>.</param>
/// <param name="EarlierPhase">
/// The same before clocks were put forward or back by an hour; null where they were not.
/// </param>
internal sealed record RestartSchedule(double Period, double Phase, double? EarlierPhase)
{
    private const int Most = 256;
    private const int Enough = 4;
    private const double Hour = 3600;

    /// <summary>The first closes may be off the schedule.</summary>
    private const int Firsts = 3;

    /// <summary>Seconds that two closes of a schedule may be apart.</summary>
    private const double Tolerance = 6;

    /// <summary>
    /// Seconds. Too quick a return moves a token's clock too little to tell, but where the client closes once a day, or
    /// where many have moved it.
    /// </summary>
    private const double Telling = 5,
        EnoughInAll = 30;

    private static readonly double[] Periods =
    [
        Hour,
        2 * Hour,
        3 * Hour,
        4 * Hour,
        6 * Hour,
        8 * Hour,
        12 * Hour,
        24 * Hour,
    ];

    /// <summary>It is at whole five minutes, as people and cron have it; a device's own timer is at any time.</summary>
    public bool IsOnWholeMinutes => Phase % (5 * 60) <= Tolerance;

    public bool Fits(long ticks)
    {
        var phase = PhaseOf(ticks, Period);
        return Distance(Phase, phase, Period) <= Tolerance
            || EarlierPhase is { } earlier && Distance(earlier, phase, Period) <= Tolerance;
    }

    /// <summary>The schedule that most of the device's cuts keep to; null where there is none.</summary>
    public static RestartSchedule? OfCuts(DeviceProfile device) => Find(device, ofOrderly: false);

    /// <summary>The schedule that most of its client's own closes keep to; null where there is none.</summary>
    public static RestartSchedule? OfCloses(DeviceProfile device) => Find(device, ofOrderly: true);

    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    private static RestartSchedule? Find(DeviceProfile device, bool ofOrderly)
    {
        Span<long> times = stackalloc long[Most];
        Span<double> away = stackalloc double[Most];
        var count = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (count == Most || record.Kind != DisconnectKind.Closed)
                continue;
            if (ofOrderly ? !record.IsOrderly : ErrorCodes.GroupOf(record.Code) != ErrorGroup.RemoteClosed)
                continue;
            if (record.IsUnauthorized)
                continue;
            away[count] = record.ReturnGap ?? 0;
            times[count++] = record.Time;
        }
        if (count < Enough)
            return null;
        PlainSort.Sort(away[..count]);
        var drift = away[count / 2];
        if (drift < Telling && !ofOrderly && drift * count < EnoughInAll)
            return null;
        var first = drift < Telling && ofOrderly ? Periods.Length - 1 : 0;
        for (var i = Periods.Length - 1; i >= first; i--)
        {
            if (Follow(times[..count], Periods[i], Math.Min(Tolerance / 2, drift / 2)) is { } found)
                return found.IsTokens(device) ? null : found;
        }
        return null;
    }

    /// <summary>At its times the hub said 401003, as it does when a token ends.</summary>
    private bool IsTokens(DeviceProfile device)
    {
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (record.Kind == DisconnectKind.Closed && record.IsUnauthorized && Fits(record.Time))
                return true;
        }
        return false;
    }

    /// <summary>
    /// Most closes are as many periods apart as there is time, and move by less than the returns would have moved them.
    /// </summary>
    private static RestartSchedule? Follow(ReadOnlySpan<long> times, double period, double mostDrift)
    {
        for (var first = 0; first < Firsts; first++)
        {
            if (FollowFrom(times, first, period, mostDrift) is { } found)
                return found;
        }
        return null;
    }

    [MethodImpl(HotPath.Profiles)]
    private static RestartSchedule? FollowFrom(ReadOnlySpan<long> times, int first, double period, double mostDrift)
    {
        var (kept, strayed) = (0, first);
        var moved = 0.0;
        var (last, middle) = (times[first], times[first]);
        double? otherTime = null;
        for (var i = first + 1; i < times.Length; i++)
        {
            var step = Distance(0, PhaseOf(times[i] - last, period), period);
            if (period > Hour && otherTime is null && Math.Abs(step - Hour) <= Tolerance)
                otherTime = PhaseOf(last, period);
            else if (step > Tolerance)
            {
                if (++strayed * 10 > 3 * (times.Length - 1))
                    return null;
                continue;
            }
            else
            {
                kept++;
                moved += step;
            }
            last = times[i];
            if (i <= times.Length / 2)
                middle = last;
        }
        return kept + 1 >= Enough && moved / kept <= mostDrift
            ? new RestartSchedule(period, PhaseOf(otherTime is null ? middle : last, period), otherTime)
            : null;
    }

    // A day is a whole number of periods.
    private static double PhaseOf(long ticks, double period) =>
        DisconnectRecord.Seconds(ticks % (long)(period * TimeSpan.TicksPerSecond));

    private static double Distance(double a, double b, double period)
    {
        var distance = Math.Abs(a - b);
        return Math.Min(distance, period - distance);
    }
}
