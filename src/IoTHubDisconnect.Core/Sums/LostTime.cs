using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect;

/// <summary>The time that trouble cost, in ticks: what of it is reported, as far as the log goes.</summary>
internal static class LostTime
{
    /// <summary>Until its <see cref="End"/>, or until the last moment where the device is away.</summary>
    public static long Of(in Verdict verdict)
    {
        var end = End(verdict);
        if (end == 0 && AwaySince(verdict) != 0)
            end = LastMoment(verdict);
        return Math.Max(0, end - From(verdict));
    }

    /// <summary>When the device went; the begin of the time reported where it went before.</summary>
    public static long From(in Verdict verdict) => Math.Max(verdict.Facts.Record.Time, verdict.Reported.Start);

    /// <summary>When the device was back, UTC ticks; 0 where it was not seen to be.</summary>
    public static long Back(in Verdict verdict) =>
        verdict.Facts.Record.ReconnectedAt is var back && back <= verdict.Reported.End ? back : 0;

    /// <summary>
    /// When the device was back, or was refused for a reason of its own, which takes over from a close; UTC ticks, and
    /// 0 where neither was seen.
    /// </summary>
    public static long End(in Verdict verdict)
    {
        var back = Back(verdict);
        if (IsLast(verdict))
            return back;
        ref readonly var next = ref verdict.Facts.Device.Records[verdict.Facts.Index + 1];
        if (next.Kind != DisconnectKind.Refused)
            return back;
        return back != 0 ? Math.Min(back, next.Time) : next.Time;
    }

    /// <summary>
    /// From when the device went to the last moment, where it is trouble that it was not back by then. The last of the
    /// device's disconnects has it; the others, and all of a device that is back, have none.
    /// </summary>
    public static long OpenOf(in Verdict verdict) =>
        !verdict.IsExpected && IsLast(verdict) && AwaySince(verdict) is not 0 and var since
            ? Math.Max(0, LastMoment(verdict) - Math.Max(since, verdict.Reported.Start))
            : 0;

    /// <summary>When the device went that is away at the last moment, UTC ticks; 0 where it is not.</summary>
    public static long AwaySince(in Verdict verdict) =>
        Absences.SinceAt(verdict.Facts.Device, verdict.Facts.Index, verdict.Facts.Hub, verdict.Reported.End);

    /// <summary>The end of the log, or of the time reported where that is sooner, UTC ticks.</summary>
    public static long LastMoment(in Verdict verdict) =>
        Math.Min(verdict.Facts.Hub.LastRow.UtcTicks, verdict.Reported.End);

    /// <summary>Whether no later disconnect of the device is in the time reported.</summary>
    public static bool IsLast(in Verdict verdict)
    {
        var (records, next) = (verdict.Facts.Device.Records, verdict.Facts.Index + 1);
        return next == records.Length || records[next].Time >= verdict.Reported.End;
    }
}
