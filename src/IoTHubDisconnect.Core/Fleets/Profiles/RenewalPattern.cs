using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// When a device's client closes in an orderly way in order to come back with a new token: at one age, or on one
/// grid.
/// </summary>
internal sealed class RenewalPattern
{
    /// <summary>Seconds that a renewal may come sooner than most.</summary>
    public const double Moment = 5;

    private const int Most = 256;
    private const int EnoughForLoop = 5;

    /// <summary>
    /// Seconds. Closes so far apart, on a clock, renew tokens, whatever ends the sessions in between.
    /// </summary>
    private const double ShortestPeriod = 120;

    /// <summary>Seconds. No token is made for less than a few minutes.</summary>
    private const double ShortestSession = 60;

    private static readonly RenewalPattern None = new(
        default,
        0,
        default,
        0,
        default,
        0,
        double.PositiveInfinity,
        double.PositiveInfinity,
        double.PositiveInfinity,
        0,
        null
    );
    private readonly DisconnectRecords _records;
    private readonly bool _hasAge;
    private readonly bool _hasGrid;

    private RenewalPattern(
        DisconnectRecords records,
        int count,
        ConstantAge age,
        int ages,
        ConstantAge period,
        int periods,
        double medianAge,
        double medianGap,
        double medianReturn,
        double usualPause,
        RestartSchedule? schedule
    )
    {
        _hasAge = IsPattern(age, ages);
        _hasGrid = IsPattern(period, periods);
        _records = records;
        Count = count;
        Age = age;
        Grid = period;
        MedianAge = medianAge;
        MedianGap = medianGap;
        MedianReturn = medianReturn;
        UsualPause = usualPause;
        Schedule = schedule;
        Period =
            age.Support >= period.Support
                ? _hasAge
                    ? age.Seconds
                    : 0
                : _hasGrid
                    ? period.Seconds
                    : 0;
    }

    /// <summary>Orderly closings of the device.</summary>
    public int Count { get; }

    /// <summary>The session age at which the client closes.</summary>
    public ConstantAge Age { get; }

    /// <summary>The time from one orderly closing to the next.</summary>
    public ConstantAge Grid { get; }

    /// <summary>
    /// Seconds that a session lasts that the client closes, at the median; infinite where none is known.
    /// </summary>
    private double MedianAge { get; }

    /// <summary>
    /// Seconds from one orderly closing to the next, at the median; infinite where there are not two.
    /// </summary>
    public double MedianGap { get; }

    /// <summary>
    /// Seconds until the device is back after an orderly closing, at the median; infinite where it never was.
    /// </summary>
    public double MedianReturn { get; }

    /// <summary>
    /// Seconds that nine of ten pauses after an orderly closing last at most; 0 where the device hardly ever paused.
    /// </summary>
    public double UsualPause { get; }

    /// <summary>
    /// Seconds from one close to the next, on a timer that a reconnect does not restart; 0 where there is no
    /// pattern.
    /// </summary>
    public double GridPeriod => _hasGrid ? Grid.Seconds : 0;

    /// <summary>Seconds between renewals; 0 where there is no pattern.</summary>
    public double Period { get; }

    /// <summary>When the client closes by the clock on the wall; null where it does not.</summary>
    public RestartSchedule? Schedule { get; }

    /// <summary>It comes for seconds or minutes at constant intervals, as what has something to send does.</summary>
    public bool ComesByTheClock { get; private init; }

    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    public static RenewalPattern Find(DeviceProfile device)
    {
        Span<double> ages = stackalloc double[Most],
            gaps = stackalloc double[Most],
            returns = stackalloc double[Most];
        int count = 0,
            ageCount = 0,
            gapCount = 0,
            returnCount = 0;
        long last = 0;
        foreach (ref readonly var record in device.Records.AsSpan())
        {
            if (!record.MayBeOrderly)
                continue;
            if (count++ > 0 && gapCount < Most)
                gaps[gapCount++] = DisconnectRecord.Seconds(record.Time - last);
            last = record.Time;
            if (record.Age is { } age && ageCount < Most)
                ages[ageCount++] = age;
            if (record.ReturnGap is { } gap && returnCount < Most)
                returns[returnCount++] = gap;
        }
        if (count == 0)
            return None;
        returns = returns[..returnCount];
        PlainSort.Sort(returns);
        var median = returnCount == 0 ? double.PositiveInfinity : returns[returnCount / 2];
        var repeated = ConstantAge.Find(ages[..ageCount]);
        var period = ConstantAge.Find(gaps[..gapCount]);
        var medianAge = ageCount == 0 ? double.PositiveInfinity : ages[ageCount / 2];
        return new RenewalPattern(
            device.Records,
            count,
            repeated,
            ageCount,
            period,
            gapCount,
            medianAge,
            gapCount == 0 ? double.PositiveInfinity : gaps[gapCount / 2],
            median,
            UsualPauseOf(returns),
            RestartSchedule.OfCloses(device)
        )
        {
            ComesByTheClock =
                medianAge < CloseRun.FewMinutes && median > medianAge && ConnectGrid.IsKeptByCloses(device),
        };
    }

    /// <summary>The client closes within seconds and is back at once, over and over.</summary>
    public bool IsLoop =>
        Count >= EnoughForLoop
        && MedianAge < ShortestSession
        && MedianReturn < ShortestSession
        && !(_hasGrid && Grid.Seconds >= ShortestPeriod);

    /// <summary>Whether a session of this age is too short to have ended for a token.</summary>
    public static bool IsTooShort(double age) => age < ShortestSession;

    /// <summary>
    /// The session ended as old as others that the client closed, or a whole number of their periods away from
    /// them.
    /// </summary>
    public bool Repeats(in DisconnectRecord record) =>
        record.Age is { } age && FitsAge(age) || FitsOwnGrid(record.Time);

    /// <summary>The age repeats on this device.</summary>
    public bool FitsAge(double age) => _hasAge && Age.Fits(age);

    /// <summary>Another orderly closing lies a whole number of periods before or after.</summary>
    [MethodImpl(HotPath.Profiles)]
    public bool FitsGrid(long time, double period, int farthest = 6)
    {
        const double tolerance = 2.5;
        var reach = (long)(period * farthest * TimeSpan.TicksPerSecond) + TimeSpan.TicksPerMinute;
        for (var i = FirstFrom(time - reach); i < _records.Length && _records[i].Time <= time + reach; i++)
        {
            if (!_records[i].MayBeOrderly)
                continue;
            var distance = Math.Abs(DisconnectRecord.Seconds(time - _records[i].Time));
            var periods = Math.Round(distance / period);
            if (periods >= 1 && periods <= farthest && Math.Abs(distance - periods * period) <= tolerance)
                return true;
        }
        return false;
    }

    public bool FitsOwnGrid(long time) => _hasGrid && FitsGrid(time, Grid.Seconds + ConstantAge.Width / 4);

    [MethodImpl(HotPath.Profiles)]
    private int FirstFrom(long time)
    {
        var (low, high) = (0, _records.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_records[middle].Time < time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Whoever renews a token is back within the minute; what is longer is a pause.</summary>
    private static double UsualPauseOf(ReadOnlySpan<double> returns)
    {
        const double shortest = 60;
        const int enough = 2;
        var first = 0;
        while (first < returns.Length && returns[first] <= shortest)
            first++;
        return returns.Length - first < enough ? 0 : returns[first + (returns.Length - first) * 9 / 10];
    }

    private static bool IsPattern(ConstantAge found, int of) => found.Support >= 2 && found.Support * 4 > of;
}
