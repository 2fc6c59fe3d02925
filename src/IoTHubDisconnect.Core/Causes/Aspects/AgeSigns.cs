using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Tells which sign an age is.</summary>
internal static class AgeSigns
{
    /// <summary>Seconds. No timer and no token is so short.</summary>
    private const double Short = 45;

    /// <summary>Seconds. The shortest lifetime that people set for more than a test.</summary>
    private const double UsualLeast = 900;

    /// <summary>The share of a device's ends with 401003 that a token's expiry explains best.</summary>
    private const double Telling = 0.2;

    /// <summary>
    /// So many times as many sessions near an age as on a token's clock are another clock's, less exact.
    /// </summary>
    private const double Looser = 1.15;

    [MethodImpl(HotPath.Causes)]
    public static AgeSign Of(in DisconnectFacts facts)
    {
        var closings = facts.Device.Closings;
        if (IsMadeTogether(facts))
            return AgeSign.LifetimeMadeTogether;
        if (facts.Record.Age is not { } age)
            return OfUnknown(facts, closings);
        if (age < Short)
            return IsShortBeside(facts) ? AgeSign.TooShortAgain : AgeSign.TooShort;
        if (!facts.HasNoTokenClock && OfToken(facts, closings, age) is { } token)
            return token;
        if (closings is { HasRepeatedAge: true, Schedule: null } && closings.Idle.Fits(age))
            return OfRepeated(facts, closings);
        if (SdkBehaviour.IsHubCap(age))
            return AgeSign.AtHubCap;
        if (closings.Idle.Support >= 5 && age - 2 * closings.Idle.Seconds is >= 0 and <= 16)
            return AgeSign.TwiceTheTimer;
        if (closings.Loose.Support > 0 && closings.FitsLoosely(age))
            return facts.SilenceFor(age) == Silence.Impossible
                ? AgeSign.RepeatedLooselyAlthoughPinged
                : AgeSign.RepeatedLoosely;
        if (closings.TokenLifetime is not null)
            return AgeSign.OffTheLifetime;
        return closings.HasRepeatedAge ? AgeSign.OffTheTimer : AgeSign.Any;
    }

    /// <summary>Two of the sessions right before and after it were as short, as those of a loop are.</summary>
    private static bool IsShortBeside(in DisconnectFacts facts)
    {
        const int reach = 2,
            enough = 2;
        var records = facts.Device.Records;
        var found = 0;
        for (var i = Math.Max(0, facts.Index - reach); i <= Math.Min(records.Length - 1, facts.Index + reach); i++)
            found += i != facts.Index && records[i].IsOffPattern && records[i].Age < Short ? 1 : 0;
        return found >= enough;
    }

    private static AgeSign OfUnknown(in DisconnectFacts facts, ClosingPattern closings)
    {
        if (facts.SincePreviousEnd is { } since)
        {
            if (HasTokenClock(facts) && closings.TokenLifetime is { } lifetime && FitsAfterReturn(since, lifetime, 1))
                return AgeSign.SinceReturnToken;
            if (closings.HasRepeatedAge && since - closings.Idle.Seconds is >= 0 and <= 90)
                return AgeSign.SinceReturnTimer;
        }
        if (closings.KeepsToAge)
            return OfOthers(facts, closings);
        if (HasTokenClock(facts) && closings.TokenLifetime is not null && closings.IsSteady)
            return AgeSign.NotKnownMostlyToken;
        if (
            closings.IsSteady
            || closings.KeepsToLooseAge && facts.SilenceFor(closings.Loose.Seconds) != Silence.Impossible
        )
            return AgeSign.NotKnownMostlyTimer;
        return facts.HasNoTokenClock ? AgeSign.NotKnown
            : facts.Behaviour.HubCloses ? AgeSign.NotKnownHubCloses
            : facts.Behaviour.ClientRenews ? AgeSign.NotKnownClientRenews
            : AgeSign.NotKnown;
    }

    private static bool HasTokenClock(in DisconnectFacts facts) =>
        !facts.HasNoTokenClock && !NextRefusal.IsUnlikeOthers(facts);

    /// <summary>What the device's other sessions end at, where nearly all end at one age.</summary>
    private static AgeSign OfOthers(in DisconnectFacts facts, ClosingPattern closings)
    {
        var age = closings.Idle.Seconds;
        return ((facts.HasNoTokenClock ? null : OfToken(facts, closings, age)) ?? OfRepeated(facts, closings)) switch
        {
            AgeSign.LifetimeAtSeveralDelays or AgeSign.LifetimeWith401003 or AgeSign.LifetimeAlone =>
                AgeSign.NotKnownMostlyToken,
            AgeSign.RepeatedAtHubCap or AgeSign.RepeatedAtPatience or AgeSign.RepeatedRound or AgeSign.Repeated =>
                AgeSign.NotKnownMostlyTimer,
            var sign => sign,
        };
    }

    [MethodImpl(HotPath.Causes)]
    private static AgeSign? OfToken(in DisconnectFacts facts, ClosingPattern closings, double age)
    {
        var token = facts.Device.TokenAge(facts.Index) ?? age;
        if (facts.Options.TokenLifetime is { } told)
        {
            var known = TokenExpiryPattern.Known(told.TotalSeconds);
            return known.Fits(age) || known.Fits(token) ? AgeSign.LifetimeTold : null;
        }
        if (closings.Expiry is not { } pattern)
            return null;
        if (closings is { Schedule: null, OtherExpiry: { } other } && (other.Fits(age) || other.Fits(token)))
            return AgeSign.LifetimeOfAnotherTime;
        if (!pattern.Fits(age) && !pattern.Fits(token))
            return closings.TokenLifetime is not null && FitsAfterReturn(age - pattern.Lifetime, pattern.Lifetime, 2)
                ? AgeSign.LifetimeTwice
                : OfOther(facts, age);
        if (closings.Schedule is not null)
            return null;
        if (pattern.Support >= ClosingPattern.EnoughSupport && closings.Loose.Support >= pattern.Support * Looser)
            return null;
        var isUsual = TokenExpiryPattern.IsUsual(pattern.Lifetime);
        var isShared = facts.Hub.SharesLifetime(facts.Device, pattern.Lifetime);
        if (pattern.Support < ClosingPattern.EnoughSupport)
            return isShared && pattern.Support * 2 >= closings.Count && closings.Count > 1
                ? AgeSign.LifetimeOftenShared
                : OnceAt(facts, pattern.Lifetime, isShared, isUsual);
        if (pattern.Strength < 1.5)
            return null;
        if (pattern.Support > closings.Idle.Support && (pattern.Graces >= 2 || pattern.Elsewhere >= 2))
            return AgeSign.LifetimeAtSeveralDelays;
        if (NextRefusal.IsUnlikeOthers(facts))
            return null;
        if (closings.UnauthorizedShare >= Telling)
            return AgeSign.LifetimeWith401003;
        if (IsTimers(facts, pattern, closings.Idle.Seconds))
            return null;
        var isHour = pattern.Lifetime == TokenExpiryPattern.DocumentedHour.Lifetime;
        if (isHour && facts.Hub.Limits.AreElsewhere(facts.Device, closings.Idle.Seconds))
            return AgeSign.LifetimeHourAsLimits;
        if (!isHour && IsOfProxy(facts, closings.Idle.Seconds))
            return AgeSign.LifetimeAloneOverWebSocket;
        var maySleep = facts.SilenceFor(closings.Idle.Seconds) != Silence.Impossible;
        var bearsOut = isUsual && pattern.Lifetime >= UsualLeast || isShared;
        if (!maySleep)
            return bearsOut ? AgeSign.LifetimeAlone
                : closings.FollowsSweep ? AgeSign.LifetimeAloneOdd
                : null;
        return isShared ? AgeSign.LifetimeOrTimerShared
            : bearsOut ? AgeSign.LifetimeOrTimer
            : isUsual ? AgeSign.LifetimeOrTimerShort
            : closings.FollowsSweep ? AgeSign.LifetimeOrTimerOdd
            : null;
    }

    /// <summary>
    /// In the same minutes the hub said 401003 of far more ends than usual, and of no trouble of its own, and so it was
    /// when the session began, or when the next one ended: tokens that were made together end together.
    /// </summary>
    private static bool IsMadeTogether(in DisconnectFacts facts)
    {
        if (facts.HasNoTokenClock || !(facts.Record.ReturnGap <= TroubleHabits.LongReturn))
            return false;
        var records = facts.Device.Records;
        return IsToldOfMany(facts.Hub, facts.Record.Time)
            && (
                IsToldOfMany(facts.Hub, facts.Record.ConnectedAt)
                || facts.Index + 1 < records.Length && IsToldOfMany(facts.Hub, records[facts.Index + 1].Time)
            )
            && facts.Hub.Minutes.Around(facts.Record.Time) is { ServerErrors: 0, Maintenance: 0, Failover: 0 };
    }

    private static bool IsToldOfMany(HubActivity hub, long ticks)
    {
        const int few = 3;
        const double unlikely = 9;
        var told = hub.Minutes.ToldAround(ticks);
        return told >= few && Surprise.Of(told, hub.UsualTold) >= unlikely;
    }

    /// <summary>
    /// The hub's own cap, or an age at which sessions end that have no token, is no token's lifetime. Against the
    /// documented hour, those elsewhere are not enough.
    /// </summary>
    private static bool IsTimers(in DisconnectFacts facts, TokenExpiryPattern pattern, double age) =>
        SdkBehaviour.IsHubCap(age)
        || facts.Hub.Limits.AreBeside(facts.Device, age)
        || pattern.Lifetime != TokenExpiryPattern.DocumentedHour.Lifetime
            && facts.Hub.Limits.AreElsewhere(facts.Device, age);

    /// <summary>One age alone: an hour is documented, and what neighbours' tokens live is likely.</summary>
    private static AgeSign? OnceAt(in DisconnectFacts facts, double lifetime, bool isShared, bool isUsual) =>
        lifetime == TokenExpiryPattern.DocumentedHour.Lifetime
            ? facts.Behaviour.ClientRenews
                ? AgeSign.LifetimeOnceHourOtherwiseRenewed
                : AgeSign.LifetimeOnceHour
            : isShared
                ? AgeSign.LifetimeOnceShared
                : isUsual && lifetime >= UsualLeast
                    ? AgeSign.LifetimeOnceUsual
                    : null;

    /// <summary>
    /// Off the device's own lifetime, at one of its neighbours', or the documented hour: lifetimes change.
    /// </summary>
    private static AgeSign? OfOther(in DisconnectFacts facts, double age) =>
        TokenExpiryPattern.DocumentedHour.Fits(age)
            ? facts.Behaviour.ClientRenews
                ? AgeSign.LifetimeOnceHourOtherwiseRenewed
                : AgeSign.LifetimeOnceHour
            : facts.Hub.SharedLifetimeAt(facts.Device, age) is not null
                ? AgeSign.LifetimeOnceShared
                : null;

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
                : IsOfProxy(facts, seconds) ? AgeSign.RepeatedOverHubCapOverWebSocket
                : AgeSign.RepeatedOverHubCap;
        return facts.SilenceFor(seconds) switch
        {
            Silence.Impossible => IsOfProxy(facts, seconds)
                ? AgeSign.RepeatedAlthoughPingedOverWebSocket
                : AgeSign.RepeatedAlthoughPinged,
            Silence.KeepAliveUnknown => AgeSign.RepeatedKeepAliveUnknown,
            Silence.Doubtful => AgeSign.RepeatedDoubtful,
            _ => ExpiryOdds.IsRoundTimer(seconds) ? AgeSign.RepeatedRound : AgeSign.Repeated,
        };
    }

    /// <summary>
    /// Proxies end WebSockets at an age, whatever goes over them; it is set, and so a round one.
    /// </summary>
    private static bool IsOfProxy(in DisconnectFacts facts, double seconds) =>
        ExpiryOdds.IsRoundTimer(seconds)
        && facts.Context.Protocol?.EndsWith("Ws", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// A connect, or a close and a connect, are missing, so the session began some seconds after what is known.
    /// </summary>
    private static bool FitsAfterReturn(double seconds, double lifetime, int closings)
    {
        const double longestReturn = 14;
        var late = seconds - lifetime;
        return late >= 0 && late <= 600 * closings + longestReturn && late % 300 <= longestReturn;
    }
}
