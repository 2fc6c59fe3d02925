using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>That a device went, and was not seen again by the end of the log.</summary>
/// <param name="Since">When it went, UTC ticks.</param>
/// <param name="IsLonger">It went earlier: the log does not have its going, and it was refused since.</param>
/// <param name="Until">The end of the log, UTC ticks.</param>
/// <param name="Cause">What keeps it away, as its last disconnect tells it.</param>
/// <param name="Scope">How far that reaches.</param>
/// <param name="IsExpected">Whether it belongs to normal operation, so far.</param>
/// <param name="IsSilent">Whether the hub's trouble began it, and the device itself keeps it up.</param>
/// <param name="IsPlanned">Whether it was meant to be away all the time.</param>
internal sealed record Absence(
    long Since,
    bool IsLonger,
    long Until,
    CauseName Cause,
    DisconnectScope Scope,
    bool IsExpected,
    bool IsSilent,
    bool IsPlanned
)
{
    public TimeSpan Open => new(Until - Since);

    /// <summary>It has been away for so short a time that it may be on its way back.</summary>
    public bool IsYoung => Open <= AttentionRule.Patience;

    /// <summary>Null for a disconnect that the device was back after, or that another followed.</summary>
    public static Absence? Of(in Verdict verdict, DisconnectedDevice device, PlannedTimes planned)
    {
        var facts = verdict.Facts;
        var since = facts.Index == facts.Device.Records.Length - 1 ? facts.Device.AwaySince(facts.Index, facts.Hub) : 0;
        if (since == 0)
            return null;
        var until = facts.Hub.LastRow.UtcTicks;
        return new Absence(
            since,
            !facts.Device.Records.AsEnumerable().Any(r => r.Time >= since && r.Kind == DisconnectKind.Closed),
            until,
            verdict.Cause,
            verdict.Scope,
            verdict.IsExpected,
            HubTrouble.IsOutlastedBySilence(verdict.Cause, facts.Device, facts.Index, facts.Hub),
            planned.Include(device, since, Math.Max(since, until - AttentionRule.Patience.Ticks))
        );
    }
}
