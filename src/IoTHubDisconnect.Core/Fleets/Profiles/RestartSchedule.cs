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
internal sealed record RestartSchedule(double Period, double Phase)
{
    private const int Most = 256;
    private const int Enough = 4;

    /// <summary>Seconds that two closes of a schedule may be apart.</summary>
    private const double Tolerance = 6;

    /// <summary>Seconds. Too quick a return moves a token's clock too little to tell.</summary>
    public const double Telling = 5;

    private static readonly double[] Periods =
    [
        3600,
        2 * 3600,
        3 * 3600,
        4 * 3600,
        6 * 3600,
        8 * 3600,
        12 * 3600,
        24 * 3600,
    ];

    public bool Fits(long ticks) => Distance(Phase, PhaseOf(ticks, Period), Period) <= Tolerance;

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
        if (drift < Telling)
            return null;
        for (var i = Periods.Length - 1; i >= 0; i--)
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
    /// Nearly all closes are as many periods apart as there is time, and move by less than the returns would have
    /// moved them.
    /// </summary>
    [MethodImpl(HotPath.Profiles)]
    private static RestartSchedule? Follow(ReadOnlySpan<long> times, double period, double mostDrift)
    {
        var (kept, strayed) = (0, 0);
        var moved = 0.0;
        for (var i = 1; i < times.Length; i++)
        {
            // A day is a whole number of periods, so the days between do not matter.
            var step = Distance(0, PhaseOf(times[i] - times[i - 1], period), period);
            if (step > Tolerance)
            {
                if (++strayed * 5 > times.Length - 1)
                    return null;
                continue;
            }

            kept++;
            moved += step;
        }
        return moved / kept <= mostDrift ? new RestartSchedule(period, PhaseOf(times[times.Length / 2], period)) : null;
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
