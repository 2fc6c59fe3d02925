using System.Globalization;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// Whether the device goes, or comes, by the clock on the wall. A clock that gives it another address is not its own,
/// nor is the one by which another client takes its place.
/// </summary>
internal sealed class WallClock() : Aspect(typeof(Sign), Situation.Cut, Situation.Takeover)
{
    private enum Sign
    {
        None,
        OnSchedule,
        OnScheduleWithSite,
        OnWholeMinutesWithSite,
        OffSchedule,
        WakesOnSchedule,
        WakesAfterTimer,
        RestsAtNight,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) =>
        SessionAge.IsMadeTogether(facts)
        || facts.Device.HasMoved(facts.Record) && IsOnSchedule(facts)
        || facts.Situation == Situation.Takeover && Newcomer.IsByTurns(facts)
            ? Unseen
            : (int)Of(facts);

    public override EvidenceText Describe(in DisconnectFacts facts) =>
        facts.Device.Wakes is NightRest night && IsSleeper(facts)
            ? new(
                $"Time of day",
                $"off about {TimeOfDay(night.Off)} and on about {TimeOfDay(night.On)}, night after night",
                $"any time, unless it is switched off over night"
            )
        : IsSleeper(facts)
            ? new(
                $"Wakes",
                $"every {Sentence.Duration(facts.Device.Wakes!.Period)}",
                $"always on, unless it sleeps to save power"
            )
        : new(
            $"Time of day",
            facts.Device.Closings.Schedule is { } schedule ? HabitOf(schedule) : $"no schedule",
            $"any time, unless something is done on a schedule"
        );

    public static bool IsOnSchedule(in DisconnectFacts facts) =>
        Of(facts) is Sign.OnSchedule or Sign.OnScheduleWithSite or Sign.OnWholeMinutesWithSite;

    /// <summary>Others behind its address may go by clocks of their own, but not to the second with it.</summary>
    public static bool IsOnOwnSchedule(in DisconnectFacts facts) => Of(facts) == Sign.OnSchedule;

    /// <summary>
    /// A clock does it, and the device was back at once: no network is, and a process may start as quickly as a client
    /// tries again.
    /// </summary>
    public static bool ExplainsQuickReturn(in DisconnectFacts facts) =>
        facts.Record.ReturnGap <= TroubleHabits.QuickReturn
        && !SessionAge.IsMadeTogether(facts)
        && (Of(facts) == Sign.OnSchedule || !facts.AgeSign.IsLimit() && HubDrops.IsByTheClock(facts));

    /// <summary>The device connects at constant intervals and is away for most of them.</summary>
    public static bool IsSleeper(in DisconnectFacts facts) =>
        Of(facts) is Sign.WakesOnSchedule or Sign.WakesAfterTimer or Sign.RestsAtNight;

    /// <summary>The device goes without a close night after night.</summary>
    public static bool RestsAtNight(in DisconnectFacts facts) => Of(facts) == Sign.RestsAtNight;

    private static string TimeOfDay(double seconds) =>
        TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm' UTC'", CultureInfo.InvariantCulture);

    /// <summary>It is back when it is due, after a timer cut it: it may sleep, or may not have noticed.</summary>
    public static bool WakesAfterTimer(in DisconnectFacts facts) => Of(facts) == Sign.WakesAfterTimer;

    /// <summary>The schedule in words, such as "every hour at xx:59:24 UTC".</summary>
    public static Phrase HabitOf(RestartSchedule schedule)
    {
        var at = TimeSpan.FromSeconds(schedule.Phase);
        return schedule.Period switch
        {
            3600 => $"every hour at xx:{at:mm\\:ss}",
            86400 => $"every day at {at:hh\\:mm\\:ss} UTC",
            _ => $"every {schedule.Period / 3600:0} hours, at {at:hh\\:mm\\:ss} UTC and so on",
        };
    }

    [MethodImpl(HotPath.Causes)]
    private static Sign Of(in DisconnectFacts facts)
    {
        if (facts.Device.Wakes?.Includes(facts.Record, facts.ToEndOfLog) == true && !IsOfTimer(facts))
            return facts.Device.Wakes is NightRest ? Sign.RestsAtNight
                : EndsAtTimer(facts) ? Sign.WakesAfterTimer
                : Sign.WakesOnSchedule;
        if (facts.Situation == Situation.Takeover || facts.Device.Closings.Schedule is not { } schedule)
            return Sign.None;
        if (!schedule.Fits(facts.Record.Time))
            return Sign.OffSchedule;
        return !SameAddress.IsClosedAtOnce(facts) ? Sign.OnSchedule
            : schedule.IsOnWholeMinutes ? Sign.OnWholeMinutesWithSite
            : Sign.OnScheduleWithSite;
    }

    /// <summary>The hub's cap ends its sessions: it is there, and says nothing.</summary>
    private static bool IsOfTimer(in DisconnectFacts facts) =>
        facts.AgeSign.IsAtHubCap()
        || facts.AgeSign == AgeSign.NotKnownMostlyTimer && facts.Device.Closings.EndsAtHubCap;

    /// <summary>What wakes by the clock and is cut at a timer's age is awake for longer, or sleeps connected.</summary>
    private static bool EndsAtTimer(in DisconnectFacts facts)
    {
        // No timer on the way of a device that sleeps is shorter, and some devices are awake for a minute and a half.
        const double shortest = 115,
            longestTalk = 10;
        var closings = facts.Device.Closings;
        return (closings.KeepsToAge || closings is { HasRepeatedAge: true, IdleIsLeast: true, Schedule: null })
            && (facts.Record.Age is not { } age || closings.Idle.Fits(age) || closings.IsPastTheTimer(age))
            && closings.Idle.Seconds > shortest
            && (
                ExpiryOdds.IsRoundTimer(closings.Idle.Seconds)
                || ExpiryOdds.IsRoundTimer(closings.Idle.Seconds - longestTalk / 2)
                || ExpiryOdds.IsRoundTimer(closings.Idle.Seconds - longestTalk)
            );
    }
}
