using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// How the device came back at other times: a boot takes as long as the last one, a client's retry as long as after a
/// renewal. Where a timer ends all, alike returns are a boot's only if they are sharply so. Where the whole site went,
/// the device moved, the hub takes nothing of it, its client noticed as late as unanswered pings or its next message
/// let it, or a limit ended it as the others beside it, its own habits say nothing.
/// </summary>
internal sealed class OtherReturns() : Aspect(typeof(Sign), Situation.Cut)
{
    /// <summary>
    /// So many drops of a boot's length would show the boot that they are of; and whoever boots is back no sooner.
    /// </summary>
    private const int Many = 5;

    private enum Sign
    {
        None,
        AsAfterRenewals,
        AsBoots,
        AsBootsOrPauses,
        QuickAsMost,
        QuickUnlikeMost,
        AlikeSome,
        AlikeFew,
        ManyWithoutBoot,
        ManyWithoutBootAndSooner,
        LongAmongLong,
        LongAmongAlikeLong,
        UnlikeAny,
        AfterTakeovers,
    }

    public static bool IsAsAfterRenewals(in DisconnectFacts facts) => Seen(facts) == (int)Sign.AsAfterRenewals;

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) => Seen(facts);

    [MethodImpl(HotPath.Causes)]
    private static int Seen(in DisconnectFacts facts) =>
        facts.Record is { IsOffPattern: true, TriedBefore: false, ReturnGap: { } gap }
        && !SameAddress.IsSiteWide(facts)
        && !SessionAge.IsMadeTogether(facts)
        && !facts.Device.HasMoved(facts.Record)
        && !facts.IsQuickByTheClock
        && !TimeToReturn.IsUnanswered(facts)
        && !facts.AgeSign.IsAtHubCap()
        && !facts.AgeSign.IsLimit()
        && facts.AgeSign != AgeSign.AtOnceAgain
            ? (int)Of(facts, gap)
            : Unseen;

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var habits = facts.Device.Habits;
        if (facts.Record.ReturnGap is { } gap && Of(facts, gap) == Sign.AsAfterRenewals)
            return new(
                $"Device's other returns",
                $"{Sentence.Duration(habits.UsualReturn)} after a token's end",
                $"as long as this one where the client's retry takes so long"
            );
        var alike = facts.Record.ReturnGap is { } lasted ? habits.Returns.Like(lasted) : 0;
        var mayBePause = Seen(facts) == (int)Sign.AsBootsOrPauses;
        return new(
            $"Device's other drops",
            $"{habits.Quick:N0} quick return{Counted.S(habits.Quick)}, {habits.Middle} within a boot's time, "
                + $"{habits.Long} late, {habits.LoneTakeovers:N0} takeover{Counted.S(habits.LoneTakeovers)}",
            alike == 0 ? $"as this one"
                : mayBePause ? $"{alike} of them as long as this one, as a start is, or a pause before the next try"
                : Say($"{alike} of them as long as this one")
        );
    }

    [MethodImpl(HotPath.Causes)]
    private static Sign Of(in DisconnectFacts facts, double gap)
    {
        var habits = facts.Device.Habits;
        if (gap > TroubleHabits.QuickAtMost && habits.IsUsualReturn(gap))
            return Sign.AsAfterRenewals;
        if (habits.Count <= 1)
            return habits.LoneTakeovers > 1 ? Sign.AfterTakeovers : Sign.None;
        var showsBoot = habits.Boot > 0 && (habits.BootIsSharp || !facts.AgeSign.IsRepeatedOverHubCap());
        if (showsBoot && habits.IsBoot(gap))
            return habits.BootMayBePause ? Sign.AsBootsOrPauses : Sign.AsBoots;
        if (gap <= TroubleHabits.QuickReturn)
            return habits.Quick * 2 >= habits.Count ? Sign.QuickAsMost : Sign.QuickUnlikeMost;
        if (gap <= TroubleHabits.LongReturn && !showsBoot && habits.Middle >= Many)
            return habits.Sooner > 0 ? Sign.ManyWithoutBootAndSooner : Sign.ManyWithoutBoot;
        if (habits.Returns.AreOften(gap))
            return Sign.AlikeSome;
        if (gap > TroubleHabits.LongReturn && habits.Long * 3 >= habits.Count)
            return habits.LongAreAlike ? Sign.LongAmongAlikeLong : Sign.LongAmongLong;
        return habits.Returns.Like(gap) > 0 ? Sign.AlikeFew : Sign.UnlikeAny;
    }
}
