using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// A clock that nobody sets makes each token end sooner, or later, than the one before by about as much, until it is
/// set; give or take the five minutes of the hub's delays.
/// </summary>
/// <param name="SecondsADay">How much the sessions' ages change; below zero where the clock is slow.</param>
/// <param name="VariesDelay">
/// Whether the hub may take another of its delays each time; not so for what drifts by more than those are apart.
/// </param>
internal sealed record DriftingClock(double SecondsADay, bool VariesDelay)
{
    private const int Most = 256;
    private const int Enough = 10;
    private const double Day = 86400;

    /// <summary>Seconds a day. Less is no drift to tell.</summary>
    private const double Least = 6;

    /// <summary>Seconds a day. By more, a drift is not to be told from the hub's delays.</summary>
    private const double MostAmidDelays = 150;

    /// <summary>Seconds a day. No clock that goes at all is worse.</summary>
    private const double Worst = 7200;

    /// <summary>Seconds that the ages have changed in all, at least.</summary>
    private const double Telling = 30;

    /// <summary>Seconds that a session's age may be off the drift.</summary>
    private const double Tolerance = 9,
        ToleranceGoneWrong = 20;

    /// <summary>Seconds. No shorter token is worth a clock, but one that has gone wrong.</summary>
    private const double ShortestAge = 900,
        ShortestAgeGoneWrong = 240;

    /// <summary>The drift that most of the device's cut sessions follow; null where there is none.</summary>
    public static DriftingClock? Find(DeviceProfile device) =>
        device.Records.Length < Enough ? null : Find(device, variesDelay: true) ?? Find(device, variesDelay: false);

    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    private static DriftingClock? Find(DeviceProfile device, bool variesDelay)
    {
        Span<int> cuts = stackalloc int[Most];
        var clock = new DriftingClock(0, variesDelay);
        var count = 0;
        for (var i = 0; i < device.Records.Length && count < Most; i++)
        {
            if (clock.IsCut(device.Records[i]))
                cuts[count++] = i;
        }
        if (count < Enough)
            return null;
        cuts = cuts[..count];
        clock = clock with { SecondsADay = clock.PaceOf(device.Records, cuts) };
        var days = (device.Records[cuts[^1]].Time - device.Records[cuts[0]].Time) / (double)TimeSpan.TicksPerDay;
        var pace = Math.Abs(clock.SecondsADay);
        var isTelling =
            pace * days >= Telling
            && (variesDelay ? pace is >= Least and <= MostAmidDelays : pace is > MostAmidDelays and <= Worst);
        return isTelling && clock.Follows(device.Records, cuts) ? clock : null;
    }

    /// <summary>
    /// The clock falls behind so fast that within a month tokens that last as long as this session have ended before
    /// they are made.
    /// </summary>
    public bool RunsOut(double age) => -SecondsADay * 30 > age;

    /// <summary>Whether the session follows the drift from one of those before or after it.</summary>
    [MethodImpl(HotPath.Profiles)]
    public bool Includes(DeviceProfile device, int index)
    {
        const int reach = 4;
        var records = device.Records;
        if (!IsCut(records[index]))
            return false;
        for (var i = Math.Max(0, index - reach); i <= Math.Min(records.Length - 1, index + reach); i++)
            if (i != index && IsCut(records[i]) && IsOnPace(records[i], records[index]))
                return true;
        return false;
    }

    [MethodImpl(HotPath.Profiles)]
    private bool IsCut(in DisconnectRecord record) =>
        record.Kind == DisconnectKind.Closed
        && record.Age >= (VariesDelay ? ShortestAge : ShortestAgeGoneWrong)
        && ErrorCodes.GroupOf(record.Code) is ErrorGroup.RemoteClosed or ErrorGroup.Unauthorized;

    /// <summary>Seconds a day, at the median over a few sessions each.</summary>
    [SkipLocalsInit]
    [MethodImpl(HotPath.Profiles)]
    private double PaceOf(DisconnectRecords records, ReadOnlySpan<int> cuts)
    {
        const int apart = 4;
        Span<double> paces = stackalloc double[Most];
        paces = paces[..(cuts.Length - apart)];
        for (var i = 0; i < paces.Length; i++)
        {
            ref readonly var from = ref records[cuts[i]];
            ref readonly var to = ref records[cuts[i + apart]];
            paces[i] =
                WithoutDelays((double)(to.Age! - from.Age!)) * Day / DisconnectRecord.Seconds(to.Time - from.Time);
        }
        PlainSort.Sort(paces);
        return paces[paces.Length / 2];
    }

    [MethodImpl(HotPath.Profiles)]
    private bool Follows(DisconnectRecords records, ReadOnlySpan<int> cuts)
    {
        var follow = 0;
        for (var i = 1; i < cuts.Length; i++)
            follow += IsOnPace(records[cuts[i - 1]], records[cuts[i]]) ? 1 : 0;
        return follow * 3 >= (cuts.Length - 1) * 2;
    }

    [MethodImpl(HotPath.Profiles)]
    private bool IsOnPace(in DisconnectRecord from, in DisconnectRecord to) =>
        Math.Abs(
            WithoutDelays(
                (double)(to.Age! - from.Age!) - SecondsADay * DisconnectRecord.Seconds(to.Time - from.Time) / Day
            )
        ) <= (VariesDelay ? Tolerance : ToleranceGoneWrong);

    private double WithoutDelays(double seconds) =>
        !VariesDelay ? seconds : seconds - Math.Round(seconds / TokenExpiry.Sweep) * TokenExpiry.Sweep;
}
