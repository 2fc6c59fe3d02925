using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>How old the session was, or its token, beside what repeats on this device, in its fleet, and in the documentation.</summary>
internal sealed class SessionAge() : Aspect(typeof(Sign), Situation.Cut)
{
    /// <summary>Seconds. No timer and no token is so short.</summary>
    private const double Short = 45;

    /// <summary>Seconds. The shortest lifetime that people set for more than a test.</summary>
    private const double UsualLeast = 900;

    /// <summary>The share of a device's ends with 401003 that a token's expiry explains best.</summary>
    private const double Telling = 0.2;

    /// <summary>So many times as many sessions near an age as on a token's clock are another clock's, less exact.</summary>
    private const double Looser = 1.15;

    private enum Sign
    {
        NotKnown,
        NotKnownHubCloses,
        NotKnownClientRenews,
        NotKnownMostlyToken,
        NotKnownMostlyTimer,
        SinceReturnToken,
        SinceReturnTimer,
        TooShort,
        LifetimeTold,
        LifetimeAtSeveralDelays,
        LifetimeWith401003,
        LifetimeAlone,
        LifetimeAloneOdd,
        LifetimeOrTimer,
        LifetimeOrTimerShared,
        LifetimeOrTimerShort,
        LifetimeOrTimerOdd,
        LifetimeOfAnotherTime,
        LifetimeOnceHour,
        LifetimeOnceHourOtherwiseRenewed,
        LifetimeOnceShared,
        LifetimeOnceUsual,
        LifetimeTwice,
        RepeatedAtHubCap,
        RepeatedRound,
        Repeated,
        RepeatedDoubtful,
        RepeatedAlthoughPinged,
        RepeatedAlthoughPingedOverWebSocket,
        RepeatedOverHubCap,
        RepeatedOverHubCapOverWebSocket,
        RepeatedOverHubCapHubCloses,
        TwiceTheTimer,
        AtHubCap,
        RepeatedLoosely,
        RepeatedLooselyAlthoughPinged,
        OffTheLifetime,
        OffTheTimer,
        Any,
    }

    [MethodImpl(HotPath.Optimized)]
    public override int SignOf(in DisconnectFacts facts) => (int)Of(facts);

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var sign = Of(facts);
        var shown = DurationText.Of(facts.Record.Age ?? facts.SincePreviousEnd);
        var closings = facts.Device.Closings;
        return sign switch
        {
            >= Sign.LifetimeTold and <= Sign.LifetimeTwice or Sign.SinceReturnToken or Sign.OffTheLifetime => new(
                "Token age",
                TokenAge(facts),
                ExpectedLifetime(facts),
                weight
            ),
            >= Sign.RepeatedDoubtful and <= Sign.RepeatedAlthoughPingedOverWebSocket => new(
                "Session age",
                shown,
                $"at most {DurationText.Of(facts.Options.KeepAlive?.TotalSeconds ?? facts.Behaviour.PingSeconds)} for an idle "
                    + "timer, unless the keep-alive was set longer: this client pings by then",
                weight
            ),
            >= Sign.RepeatedOverHubCap and <= Sign.RepeatedOverHubCapHubCloses => new(
                "Session age",
                shown,
                $"at most {DurationText.Of(SdkBehaviour.HubCap)} for an idle timer: no hub waits longer for a quiet client",
                weight
            ),
            Sign.RepeatedAtHubCap or Sign.RepeatedRound or Sign.Repeated or Sign.TwiceTheTimer or Sign.OffTheTimer =>
                new(
                    "Session age",
                    shown,
                    $"{DurationText.Of(closings.Idle.Seconds)}: {closings.Idle.Support} sessions ended at that age",
                    weight
                ),
            Sign.RepeatedLoosely or Sign.RepeatedLooselyAlthoughPinged => new(
                "Session age",
                shown,
                $"about {DurationText.Of(closings.Loose.Seconds)}: {closings.Loose.Support} of {closings.Count} sessions ended near that age",
                weight
            ),
            _ => new("Session age", shown, "no age at which sessions end again and again", weight),
        };
    }

    /// <summary>The session ended at the age at which many others did, and no lifetime that people set explains it.</summary>
    public static bool IsRepeated(in DisconnectFacts facts) =>
        Of(facts) is >= Sign.RepeatedAtHubCap and <= Sign.RepeatedOverHubCapHubCloses;

    /// <summary>The token's clock alone tells that it ended: several delays, the hub's word, an operator, or the documented hour.</summary>
    public static bool IsOnTokenClock(in DisconnectFacts facts) =>
        Of(facts) switch
        {
            Sign.LifetimeTold or Sign.LifetimeAtSeveralDelays or Sign.LifetimeWith401003 => true,
            Sign.LifetimeAlone => facts.TokenLifetime == TokenExpiryPattern.DocumentedHour.Lifetime,
            _ => false,
        };

    /// <summary>The age repeats on this device, more or less, and no lifetime explains it.</summary>
    public static bool IsOfAnotherClock(in DisconnectFacts facts) =>
        Of(facts)
            is (>= Sign.RepeatedAtHubCap and < Sign.RepeatedOverHubCapHubCloses)
                or Sign.RepeatedLoosely
                or Sign.RepeatedLooselyAlthoughPinged;

    public static bool IsLooselyRepeated(in DisconnectFacts facts) =>
        Of(facts) is Sign.RepeatedLoosely or Sign.RepeatedLooselyAlthoughPinged;

    /// <summary>Whether sessions, the fleet or custom bear the token's lifetime out.</summary>
    public static bool BearsLifetimeOut(in DisconnectFacts facts) =>
        Of(facts)
            is Sign.LifetimeTold
                or Sign.LifetimeAtSeveralDelays
                or Sign.LifetimeWith401003
                or Sign.LifetimeAlone
                or Sign.LifetimeAloneOdd
                or Sign.LifetimeOrTimer
                or Sign.LifetimeOrTimerShared
                or Sign.LifetimeOrTimerShort
                or Sign.LifetimeOfAnotherTime
                or Sign.LifetimeOnceHour
                or Sign.LifetimeOnceHourOtherwiseRenewed
                or Sign.LifetimeOnceShared
                or Sign.LifetimeOnceUsual;

    [MethodImpl(HotPath.Optimized)]
    private static Sign Of(in DisconnectFacts facts)
    {
        var closings = facts.Device.Closings;
        if (facts.Record.Age is not { } age)
            return OfUnknown(facts, closings);
        if (age < Short)
            return Sign.TooShort;
        if (!facts.HasNoTokenClock && OfToken(facts, closings, age) is { } token)
            return token;
        if (closings.HasRepeatedAge && closings.Idle.Fits(age))
            return OfRepeated(facts, closings);
        if (SdkBehaviour.IsHubCap(age))
            return Sign.AtHubCap;
        if (closings.Idle.Support >= 5 && age - 2 * closings.Idle.Seconds is >= 0 and <= 16)
            return Sign.TwiceTheTimer;
        if (closings.Loose.Support > 0 && closings.FitsLoosely(age))
            return SilenceOf(facts, age) == Silence.Impossible
                ? Sign.RepeatedLooselyAlthoughPinged
                : Sign.RepeatedLoosely;
        if (closings.TokenLifetime is not null)
            return Sign.OffTheLifetime;
        return closings.HasRepeatedAge ? Sign.OffTheTimer : Sign.Any;
    }

    private static Sign OfUnknown(in DisconnectFacts facts, ClosingPattern closings)
    {
        if (facts.SincePreviousEnd is { } since)
        {
            if (!facts.HasNoTokenClock && closings.TokenLifetime is { } lifetime && FitsAfterReturn(since, lifetime, 1))
                return Sign.SinceReturnToken;
            if (closings.HasRepeatedAge && since - closings.Idle.Seconds is >= 0 and <= 90)
                return Sign.SinceReturnTimer;
        }
        if (!facts.HasNoTokenClock && closings.TokenLifetime is not null && closings.IsSteady)
            return Sign.NotKnownMostlyToken;
        if (closings.IsSteady)
            return Sign.NotKnownMostlyTimer;
        return facts.HasNoTokenClock ? Sign.NotKnown
            : facts.Behaviour.HubCloses ? Sign.NotKnownHubCloses
            : facts.Behaviour.ClientRenews ? Sign.NotKnownClientRenews
            : Sign.NotKnown;
    }

    [MethodImpl(HotPath.Optimized)]
    private static Sign? OfToken(in DisconnectFacts facts, ClosingPattern closings, double age)
    {
        var token = facts.Device.TokenAge(facts.Index) ?? age;
        if (facts.Options.TokenLifetime is { } told)
        {
            var known = TokenExpiryPattern.Known(told.TotalSeconds);
            return known.Fits(age) || known.Fits(token) ? Sign.LifetimeTold : null;
        }
        if (closings.Expiry is not { } pattern)
            return null;
        if (closings is { Schedule: null, OtherExpiry: { } other } && (other.Fits(age) || other.Fits(token)))
            return Sign.LifetimeOfAnotherTime;
        if (!pattern.Fits(age) && !pattern.Fits(token))
            return
                FitsAfterReturn(age - pattern.Lifetime, pattern.Lifetime, 2)
                && pattern.Support >= ClosingPattern.EnoughSupport
                ? Sign.LifetimeTwice
                : OfOther(facts, age);
        if (closings.Schedule is not null)
            return null;
        if (pattern.Support >= ClosingPattern.EnoughSupport && closings.Loose.Support >= pattern.Support * Looser)
            return null;
        var isUsual = TokenExpiryPattern.IsUsual(pattern.Lifetime);
        var isShared = facts.Hub.SharesLifetime(facts.Device, pattern.Lifetime);
        if (pattern.Support < ClosingPattern.EnoughSupport)
            return OnceAt(facts, pattern.Lifetime, isShared, isUsual);
        if (pattern.Strength < 1.5)
            return null;
        if (
            pattern.Support > closings.Idle.Support
            && (pattern.Graces >= 2 || pattern.Support >= closings.Idle.Support + 2)
        )
            return Sign.LifetimeAtSeveralDelays;
        if (closings.UnauthorizedShare >= Telling)
            return Sign.LifetimeWith401003;
        var maySleep = SilenceOf(facts, closings.Idle.Seconds) != Silence.Impossible;
        var bearsOut = isUsual && pattern.Lifetime >= UsualLeast || isShared;
        if (!maySleep)
            return bearsOut ? Sign.LifetimeAlone
                : closings.FollowsSweep ? Sign.LifetimeAloneOdd
                : null;
        return isShared ? Sign.LifetimeOrTimerShared
            : bearsOut ? Sign.LifetimeOrTimer
            : isUsual ? Sign.LifetimeOrTimerShort
            : closings.FollowsSweep ? Sign.LifetimeOrTimerOdd
            : null;
    }

    /// <summary>One age alone: an hour is documented, and what neighbours' tokens live is likely.</summary>
    private static Sign? OnceAt(in DisconnectFacts facts, double lifetime, bool isShared, bool isUsual) =>
        lifetime == TokenExpiryPattern.DocumentedHour.Lifetime
            ? facts.Behaviour.ClientRenews
                ? Sign.LifetimeOnceHourOtherwiseRenewed
                : Sign.LifetimeOnceHour
            : isShared
                ? Sign.LifetimeOnceShared
                : isUsual && lifetime >= UsualLeast
                    ? Sign.LifetimeOnceUsual
                    : null;

    /// <summary>Off the device's own lifetime, at one of its neighbours', or the documented hour: lifetimes change.</summary>
    private static Sign? OfOther(in DisconnectFacts facts, double age) =>
        TokenExpiryPattern.DocumentedHour.Fits(age)
            ? facts.Behaviour.ClientRenews
                ? Sign.LifetimeOnceHourOtherwiseRenewed
                : Sign.LifetimeOnceHour
            : facts.Hub.SharedLifetimeAt(facts.Device, age) is not null
                ? Sign.LifetimeOnceShared
                : null;

    private static Sign OfRepeated(in DisconnectFacts facts, ClosingPattern closings)
    {
        var seconds = closings.Idle.Seconds;
        if (SdkBehaviour.IsHubCap(seconds))
            return Sign.RepeatedAtHubCap;
        if (seconds > SdkBehaviour.HubCap)
            return facts.Behaviour.HubCloses && !facts.HasNoTokenClock ? Sign.RepeatedOverHubCapHubCloses
                : IsWebSocket(facts) ? Sign.RepeatedOverHubCapOverWebSocket
                : Sign.RepeatedOverHubCap;
        return SilenceOf(facts, seconds) switch
        {
            Silence.Impossible => IsWebSocket(facts)
                ? Sign.RepeatedAlthoughPingedOverWebSocket
                : Sign.RepeatedAlthoughPinged,
            Silence.Doubtful => Sign.RepeatedDoubtful,
            _ => ClosingPattern.IsRoundTimer(seconds) ? Sign.RepeatedRound : Sign.Repeated,
        };
    }

    /// <summary>Proxies, which end connections at an age whatever goes over them, see WebSockets alone.</summary>
    private static bool IsWebSocket(in DisconnectFacts facts) =>
        facts.Context.Protocol?.EndsWith("Ws", StringComparison.OrdinalIgnoreCase) == true;

    private static Silence SilenceOf(in DisconnectFacts facts, double seconds) =>
        facts.Behaviour.MayBeSilent(seconds, facts.Options.KeepAlive?.TotalSeconds);

    /// <summary>A connect, or a close and a connect, are missing, so the session began some seconds after what is known.</summary>
    private static bool FitsAfterReturn(double seconds, double lifetime, int closings)
    {
        const double longestReturn = 14;
        var late = seconds - lifetime;
        return late >= 0 && late <= 600 * closings + longestReturn && late % 300 <= longestReturn;
    }

    private static string TokenAge(in DisconnectFacts facts)
    {
        var age = facts.Record.Age ?? facts.SincePreviousEnd;
        var pattern = facts.Device.Closings.Expiry;
        return DurationText.Of(
            facts.Device.TokenAge(facts.Index) is { } token
            && pattern?.Fits(token) == true
            && (age is null || !pattern.Fits(age.Value))
                ? token
                : age
        );
    }

    private static string ExpectedLifetime(in DisconnectFacts facts) =>
        facts.TokenLifetime is { } lifetime
            ? $"{DurationText.Of(lifetime)}, or 5 or 10 minutes later ({facts.Device.Closings.Expiry?.Support ?? 0} sessions ended so)"
            : "a token's lifetime, or 5 or 10 minutes later";
}
