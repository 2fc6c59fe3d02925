using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Reports;

/// <summary>That a device went, and was not seen again for a while, or by the end.</summary>
/// <param name="Since">When it went, UTC ticks.</param>
/// <param name="From">The begin of the time reported where that is later, else the same, UTC ticks.</param>
/// <param name="IsLonger">It went earlier: the log does not have its going, and it was refused since.</param>
/// <param name="Until">When it was back, or the last moment of the time reported or the log, UTC ticks.</param>
/// <param name="Cause">What keeps it away, as its last disconnect tells it.</param>
/// <param name="Confidence">How likely that is, 0 to 1.</param>
/// <param name="Scope">How far it reaches.</param>
/// <param name="IsExpected">Whether it belongs to normal operation, so far.</param>
/// <param name="IsSilent">Whether the hub's trouble began it, and the device itself keeps it up.</param>
/// <param name="IsPlanned">Whether it was meant to be away all the time.</param>
/// <param name="LastTry">Its last row, UTC ticks: until then whatever refuses it has not passed.</param>
internal sealed record Absence(
    long Since,
    long From,
    bool IsLonger,
    long Until,
    CauseName Cause,
    double Confidence,
    DisconnectScope Scope,
    bool IsExpected,
    bool IsSilent,
    bool IsPlanned,
    long LastTry
)
{
    /// <summary>How much of the time reported it was away.</summary>
    public TimeSpan Time => new(Math.Max(0, Until - From));

    /// <summary>It has been away for so short a time that it may be on its way back.</summary>
    public bool IsYoung => new TimeSpan(Until - Since) <= AttentionRule.Patience;

    public bool IsMissed => !IsExpected && !IsPlanned && !IsYoung;

    /// <summary>Null for a disconnect that the device was back after, or that another followed.</summary>
    public static Absence? Of(in Verdict verdict, DisconnectedDevice device, PlannedTimes planned) =>
        LostTime.IsLast(verdict) && LostTime.AwaySince(verdict) is not 0 and var since
            ? new Absence(verdict, since, LostTime.LastMoment(verdict), device, planned)
            : null;

    /// <summary>
    /// That of a device that was away when the time reported began; null where it was not back within it.
    /// </summary>
    public static Absence? Before(in Verdict verdict, DisconnectedDevice device, PlannedTimes planned)
    {
        var (records, index) = (verdict.Facts.Device.Records, verdict.Facts.Index);
        return Absences.BackAfter(records, index) is not 0 and var back && back <= verdict.Reported.End
            ? new Absence(verdict, records[Absences.First(records, index)].Time, back, device, planned)
            : null;
    }

    private Absence(in Verdict verdict, long since, long until, DisconnectedDevice device, PlannedTimes planned)
        : this(
            since,
            Math.Max(since, verdict.Reported.Start),
            !verdict
                .Facts.Device.Records.AsEnumerable()
                .Any(r => r.Time >= since && r.Time <= until && r.Kind == DisconnectKind.Closed),
            until,
            verdict.Cause,
            verdict.Confidence,
            verdict.Scope,
            verdict.IsExpected,
            HubTrouble.IsOutlastedBySilence(
                verdict.Cause,
                verdict.Facts.Device,
                verdict.Facts.Index,
                verdict.Facts.Hub
            ),
            planned.Include(device, since, Math.Max(since, until - AttentionRule.Patience.Ticks)),
            verdict.Facts.Device.Records[^1].LastRowAt
        ) { }
}
