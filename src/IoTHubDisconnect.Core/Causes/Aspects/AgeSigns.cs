using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Tells which sign an age is.</summary>
internal static class AgeSigns
{
    /// <summary>Seconds. What the hub does not take of a client ends its session sooner.</summary>
    private const double AtOnce = 4;

    [MethodImpl(HotPath.Causes)]
    public static AgeSign Of(in DisconnectFacts facts)
    {
        var closings = facts.Device.Closings;
        if (LifetimeSigns.IsMadeTogether(facts))
            return AgeSign.LifetimeMadeTogether;
        if (facts.Record.Age is not { } age)
            return OfUnknown(facts, closings);
        if (age < TroubleHabits.ShortSession)
            return age < AtOnce && IsShortBeside(facts, AtOnce) ? AgeSign.AtOnceAgain
                : IsShortBeside(facts, TroubleHabits.ShortSession) ? AgeSign.TooShortAgain
                : AgeSign.TooShort;
        if (
            EndsAtHubCap(facts, closings)
            && age >= SdkBehaviour.HubCap - 1
            && (age <= 2 * SdkBehaviour.HubCapEnd || closings.NoneBeforeHubCap)
        )
            return SdkBehaviour.IsHubCap(age) ? AgeSign.RepeatedAtHubCap : AgeSign.PastHubCap;
        if (!facts.NoTokenCanEnd && LifetimeSigns.Of(facts, closings, age) is { } token)
            return token;
        if (!facts.NoTokenCanEnd && LifetimeSigns.IsOfTheFleet(facts, closings, age))
            return AgeSign.LifetimeOfTheFleet;
        if (closings is { HasRepeatedAge: true, Schedule: null } && closings.Idle.Fits(age))
            return OfRepeated(facts, closings);
        if (SdkBehaviour.IsHubCap(age))
            return AgeSign.AtHubCap;
        if (closings.Idle is { Support: >= 5, IsSharp: true } && age - 2 * closings.Idle.Seconds is >= 0 and <= 16)
            return AgeSign.TwiceTheTimer;
        if (OfOthersAges(facts, closings, age) is { } others)
            return others;
        if (IsLooseLimit(facts, closings, age))
            return AgeSign.RepeatedOverHubCapAsLimit;
        if (closings.IsPastTheTimer(age) && TimeToReturn.IsUnanswered(facts))
            return AgeSign.PastTheTimer;
        if (closings.FitsLoosely(age))
            return facts.SilenceFor(age) == Silence.Impossible
                ? AgeSign.RepeatedLooselyAlthoughPinged
                : AgeSign.RepeatedLoosely;
        return closings.IsPastTheTimer(age) ? AgeSign.PastTheTimer
            : closings.TokenLifetime is not null ? AgeSign.OffTheLifetime
            : closings.HasRepeatedAge ? AgeSign.OffTheTimer
            : AgeSign.Any;
    }

    /// <summary>Two of the sessions right before and after it were as short, as those of a loop are.</summary>
    [MethodImpl(HotPath.Causes)]
    private static bool IsShortBeside(in DisconnectFacts facts, double seconds)
    {
        const int reach = 2,
            enough = 2;
        var records = facts.Device.Records;
        var found = 0;
        for (var i = Math.Max(0, facts.Index - reach); i <= Math.Min(records.Length - 1, facts.Index + reach); i++)
            found += i != facts.Index && records[i].IsOffPattern && records[i].Age < seconds ? 1 : 0;
        return found >= enough;
    }

    /// <summary>Often enough, or as those of others do.</summary>
    private static bool EndsAtHubCap(in DisconnectFacts facts, ClosingPattern closings) =>
        closings.EndsAtHubCap || closings.MayEndAtHubCap && facts.Hub.Caps.AreOthers(facts.Device, SdkBehaviour.HubCap);

    private static AgeSign OfUnknown(in DisconnectFacts facts, ClosingPattern closings)
    {
        if (EndsAtHubCap(facts, closings))
            return AgeSign.NotKnownMostlyTimer;
        if (facts.SincePreviousEnd is { } since)
        {
            if (HasTokenClock(facts) && closings.TokenLifetime is not null)
            {
                if (FitsAfterEnd(facts, closings.Expiry!))
                    return AgeSign.SinceReturnToken;
                if (closings.AreGaps && since < closings.Expiry!.Lifetime)
                    return AgeSign.OffTheLifetime;
            }
            if (closings.HasRepeatedAge && since - closings.Idle.Seconds is >= 0 and <= 90)
                return AgeSign.SinceReturnTimer;
        }
        if (closings.KeepsToAge)
            return OfOthers(facts, closings);
        if (HasTokenClock(facts) && closings.TokenLifetime is not null && closings.IsSteady)
            return AgeSign.NotKnownMostlyToken;
        if (closings.KeepsToLooseAge && facts.SilenceFor(closings.Loose.Seconds) != Silence.Impossible)
            return AgeSign.NotKnownMostlyTimer;
        return facts.NoTokenCanEnd ? AgeSign.NotKnown
            : facts.Behaviour.HubCloses && !AreOfNoToken(closings) ? AgeSign.NotKnownHubCloses
            : facts.Behaviour.ClientRenews ? AgeSign.NotKnownClientRenews
            : AgeSign.NotKnown;
    }

    /// <summary>The ages that are known of several sessions come to no lifetime.</summary>
    private static bool AreOfNoToken(ClosingPattern closings)
    {
        const int several = 4;
        return closings is { Count: >= several, TokenLifetime: null };
    }

    /// <summary>
    /// The token was made after the previous end, or, where the log has no connects to tell a reconnect with an old
    /// token by, after one of the two before.
    /// </summary>
    private static bool FitsAfterEnd(in DisconnectFacts facts, TokenExpiryPattern expiry)
    {
        const int most = 3;
        for (var back = 1; back <= (facts.Device.Closings.AreGaps ? most : 1); back++)
            if (facts.SinceEnd(back) is { } since && LifetimeSigns.FitsAfterReturn(since, expiry, 1))
                return true;
        return false;
    }

    /// <summary>Sessions of many other devices end at its age, and none five or ten minutes later.</summary>
    private static AgeSign? OfOthersAges(in DisconnectFacts facts, ClosingPattern closings, double age)
    {
        if (closings.HasRepeatedAge || !facts.Hub.Ages.AreRepeated(facts.Device, age))
            return null;
        if (HasTokenClock(facts) && facts.Hub.Ages.AreAtSeveralDelays(age))
            return null;
        return age <= SdkBehaviour.HubCap && facts.SilenceFor(age) != Silence.Impossible
            ? AgeSign.TimerOfTheFleet
            : AgeSign.LimitOfTheFleet;
    }

    private static bool HasTokenClock(in DisconnectFacts facts) =>
        !facts.NoTokenCanEnd && !NextRefusal.IsUnlikeOthers(facts);

    /// <summary>What the device's other sessions end at, where nearly all end at one age.</summary>
    private static AgeSign OfOthers(in DisconnectFacts facts, ClosingPattern closings)
    {
        var age = closings.Idle.Seconds;
        return (
            (facts.NoTokenCanEnd ? null : LifetimeSigns.Of(facts, closings, age)) ?? OfRepeated(facts, closings)
        ) switch
        {
            AgeSign.LifetimeAtSeveralDelays
            or AgeSign.LifetimeAtVaryingDelays
            or AgeSign.LifetimeWith401003
            or AgeSign.LifetimeAlone => AgeSign.NotKnownMostlyToken,
            AgeSign.RepeatedAtHubCap or AgeSign.RepeatedAtPatience or AgeSign.RepeatedRound or AgeSign.Repeated =>
                AgeSign.NotKnownMostlyTimer,
            var sign => sign,
        };
    }

    [MethodImpl(HotPath.Causes)]
    private static AgeSign OfRepeated(in DisconnectFacts facts, ClosingPattern closings)
    {
        var seconds = closings.Idle.Seconds;
        if (SdkBehaviour.IsHubCap(seconds))
            return AgeSign.RepeatedAtHubCap;
        if (facts.Behaviour.IsPatience(seconds))
            return AgeSign.RepeatedAtPatience;
        if (seconds > SdkBehaviour.HubCap)
            return facts.Behaviour.HubCloses
                && HasTokenClock(facts)
                && !facts.Hub.Limits.AreBeside(facts.Device, seconds)
                    ? AgeSign.RepeatedOverHubCapHubCloses
                : LifetimeSigns.IsOfProxy(facts, seconds) || IsOfWay(facts, seconds) ? AgeSign.RepeatedOverHubCapAsLimit
                : facts.NoTokenCanEnd && AreHalfHours(seconds) && !facts.Device.Habits.BootIsSharp
                    ? AgeSign.RepeatedOverHubCapRound
                : AgeSign.RepeatedOverHubCap;
        return facts.SilenceFor(seconds) switch
        {
            Silence.Impossible => LifetimeSigns.IsOfProxy(facts, seconds) ? AgeSign.RepeatedAlthoughPingedOverWebSocket
            : IsOfWay(facts, seconds) ? AgeSign.RepeatedAlthoughPingedBeside
            : AgeSign.RepeatedAlthoughPinged,
            Silence.KeepAliveUnknown => AgeSign.RepeatedKeepAliveUnknown,
            Silence.Doubtful => AgeSign.RepeatedDoubtful,
            _ => ExpiryOdds.IsRoundTimer(seconds) ? AgeSign.RepeatedRound : AgeSign.Repeated,
        };
    }

    /// <summary>Carriers and proxies limit sessions to whole half hours; what leaks ends when it does.</summary>
    private static bool AreHalfHours(double seconds) =>
        (seconds + ExpiryCandidate.Early) % TokenExpiryPattern.HalfHour
        <= ExpiryCandidate.Early + ExpiryCandidate.Narrow;

    /// <summary>
    /// No token can end it, nor an idle timer, and others behind the address are ended within the same minute of age.
    /// </summary>
    private static bool IsLooseLimit(in DisconnectFacts facts, ClosingPattern closings, double age) =>
        facts.Context.HasNoTokenClock
        && age > SdkBehaviour.HubCapEnd
        && closings.FitsLoosely(age)
        && FleetAges.UsualAge(facts.Device) is { } usual
        && IsOfWay(facts, usual);

    /// <summary>Others behind the address are ended at the same age, which no token can end.</summary>
    private static bool IsOfWay(in DisconnectFacts facts, double seconds) =>
        facts.Hub.Limits.AreBeside(facts.Device, seconds)
        || facts.RenewsLater && facts.Hub.Tokens.AreBeside(facts.Device, seconds);
}
