using System.Runtime.CompilerServices;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// How soon the device tried to come back. Where a clock tells that a token ended or was renewed, a slow return is
/// another finding.
/// </summary>
internal sealed class TimeToReturn() : Aspect(typeof(Sign), Situation.Cut, Situation.Orderly)
{
    private const double EndOfLog = 30,
        LongAway = 200,
        LongestStart = 170,
        ShortestTimer = 115;

    private static readonly double[] Limits =
    [
        0.6,
        1.2,
        2.2,
        3.5,
        5.5,
        8,
        12.6,
        15,
        22,
        32,
        50,
        75,
        110,
        170,
        300,
        600,
        1200,
        3600,
        4 * 3600,
    ];

    private enum Sign
    {
        Within600ms,
        Within1s,
        Within2s,
        Within3s,
        Within5s,
        Within8s,
        Within12s,
        Within15s,
        Within22s,
        Within32s,
        Within50s,
        Within75s,
        Within2min,
        Within3min,
        Within5min,
        Within10min,
        Within20min,
        Within1h,
        Within4h,
        Later,
        NotSeenForMinutes,
        NotSeen,
        BeforeTheEnd,
        Unanswered,
    }

    /// <summary>Back as soon as a client notices whose pings go unanswered since the hub last heard from it.</summary>
    public static bool IsUnanswered(in DisconnectFacts facts) =>
        facts.Situation == Situation.Cut
        && facts.Record.ReturnGap is { } gap
        && facts.Device.Closings.Unanswered.Fits(gap)
        && !(facts.Record.Age < facts.Device.Closings.Idle.Seconds - 1);

    public override int Steps => Limits.Length + 1;

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Record.IsOrderly ? IsExplainedByRenewals(facts) : IsExplained(facts))
            return Unseen;
        if (facts.Record.TriedBefore)
            return (int)Sign.BeforeTheEnd;
        if (IsUnanswered(facts))
            return (int)Sign.Unanswered;
        if (facts.Record.ReturnGap is not { } gap)
            return facts.MissesReturn || facts.Hub.LacksConnects || facts.ToEndOfLog < EndOfLog ? Unseen
                : facts.ToEndOfLog < LongAway ? (int)Sign.NotSeenForMinutes
                : (int)Sign.NotSeen;
        var sign = 0;
        while (sign < Limits.Length && gap > Limits[sign])
            sign++;
        return sign;
    }

    private static bool IsExplainedByRenewals(in DisconnectFacts facts) =>
        RenewalClock.Explains(facts) || RenewalClock.IsAmidFight(facts);

    /// <summary>
    /// By the token's clock, the client's own habit, the clock on the wall, when it next has to send, or a loop's pace.
    /// </summary>
    private static bool IsExplained(in DisconnectFacts facts) =>
        SessionAge.IsOnTokenClock(facts)
        || OtherReturns.IsAsAfterRenewals(facts)
        || facts.IsQuickByTheClock
        || facts.AgeSign.IsAtHubCap()
        || SameAddress.IsManyInLoops(facts)
        || WallClock.WakesAfterTimer(facts)
        || IsWhenItNextSends(facts)
        || facts.Record.ReturnGap is null && WallClock.IsSleeper(facts);

    /// <summary>A timer cut it, and it was back later than anything starts: it need not have noticed.</summary>
    private static bool IsWhenItNextSends(in DisconnectFacts facts) =>
        facts.Record.ReturnGap > LongestStart
        && facts.Device.Closings.Idle.Seconds > ShortestTimer
        && facts.AgeSign.IsRepeated()
        && !WallClock.IsSleeper(facts);

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var value =
            facts.Record.TriedBefore ? $"before the hub noticed the end"
            : facts.Record.ReturnGap is { } gap ? $"after {Sentence.Duration(gap)}"
            : facts.MissesReturn || facts.Hub.LacksConnects ? $"not in the log"
            : Say($"not within the log's last {Sentence.Duration(facts.ToEndOfLog)}");
        return new(
            $"Next attempt",
            value,
            facts.Record.IsOrderly ? $"within seconds to renew a token"
                : IsUnanswered(facts)
                    ? $"half a keep-alive after the hub, where pings go unanswered: sessions end after one and a half"
                : Say(
                    $"within seconds after a reset or an expiry, a boot's time after a restart, any time after a "
                        + $"lost network"
                )
        );
    }
}
