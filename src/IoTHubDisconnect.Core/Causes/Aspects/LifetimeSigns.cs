using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Tells which sign of a token's lifetime an age is, if it is one.</summary>
internal static class LifetimeSigns
{
    /// <summary>Seconds. The shortest lifetime that people set for more than a test.</summary>
    private const double UsualLeast = 900;

    /// <summary>The share of a device's ends with 401003 that a token's expiry explains best.</summary>
    private const double Telling = 0.2;

    /// <summary>
    /// So many times as many sessions near an age as on a token's clock are another clock's, less exact.
    /// </summary>
    private const double Looser = 1.15;

    [MethodImpl(HotPath.Causes)]
    public static AgeSign? Of(in DisconnectFacts facts, ClosingPattern closings, double age)
    {
        var token = facts.Device.TokenAge(facts.Index) ?? age;
        if (facts.Options.TokenLifetime is { } told)
        {
            var known = TokenExpiryPattern.Known(told.TotalSeconds);
            return known.Fits(age) || known.Fits(token) ? AgeSign.LifetimeTold : null;
        }
        if (facts.Device.FollowsDrift(facts.Index))
            return AgeSign.LifetimeDrifts;
        if (closings.Sweep?.Fits(facts.Record.Time) == true && !IsUsualAt(closings, age))
            return AgeSign.LifetimeOnTheSweep;
        if (closings.Expiry is not { } pattern)
            return null;
        if (closings is { Schedule: null, OtherExpiry: { } other } && (other.Fits(age) || other.Fits(token)))
            return AgeSign.LifetimeOfAnotherTime;
        if (!pattern.Fits(age) && !pattern.Fits(token))
            return closings.TokenLifetime is not null && FitsAfterReturn(age - pattern.Lifetime, pattern, 2)
                ? AgeSign.LifetimeTwice
                : OfOther(facts, age);
        if (closings.Schedule is not null)
            return null;
        if (closings.UnauthorizedShare < Telling && AreAlwaysAtOnce(facts, pattern.Lifetime))
            return facts.SilenceFor(age) == Silence.Impossible || NextRefusal.IsUnlikeOthers(facts)
                ? null
                : AgeSign.LifetimeOrTimerAlwaysAtOnce;
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
        if (closings.EndsAtSeveralDelays)
            return pattern.Looseness > 0 ? AgeSign.LifetimeAtVaryingDelays : AgeSign.LifetimeAtSeveralDelays;
        if (NextRefusal.IsUnlikeOthers(facts))
            return null;
        if (closings.UnauthorizedShare >= Telling)
            return AgeSign.LifetimeWith401003;
        if (IsTimers(facts, pattern, closings.Idle.Seconds) || IsHalfHourAtOnce(facts, closings))
            return null;
        var isHour = pattern.Lifetime == TokenExpiryPattern.DocumentedHour.Lifetime;
        if (isHour && facts.Hub.Limits.AreElsewhere(facts.Device, closings.Idle.Seconds))
            return AgeSign.LifetimeHourAsLimits;
        if (!isHour && IsOfProxy(facts, closings.Idle.Seconds))
            return AgeSign.LifetimeAloneOverWebSocket;
        var maySleep = facts.SilenceFor(closings.Idle.Seconds) != Silence.Impossible;
        var bearsOut = isUsual && pattern.Lifetime >= UsualLeast || isShared || pattern.IsNoTimers(age);
        if (!maySleep)
            return bearsOut ? AgeSign.LifetimeAlone : null;
        return isShared ? AgeSign.LifetimeOrTimerShared
            : bearsOut && IsAlwaysAtOnce(closings, pattern) ? AgeSign.LifetimeOrTimerAlwaysAtOnce
            : bearsOut ? AgeSign.LifetimeOrTimer
            : isUsual ? AgeSign.LifetimeOrTimerShort
            : null;
    }

    /// <summary>At a lifetime that people set, of which more is to be said.</summary>
    private static bool IsUsualAt(ClosingPattern closings, double age) =>
        closings.Expiry is { } expiry && TokenExpiryPattern.IsUsual(expiry.Lifetime) && expiry.Fits(age);

    /// <summary>
    /// Sessions end at the age at which those of other devices with a token do at other addresses, and none without
    /// one: a lifetime that nobody else has.
    /// </summary>
    public static bool IsOfTheFleet(in DisconnectFacts facts, ClosingPattern closings, double age) =>
        (closings.HasRepeatedAge && closings.Idle.Fits(age) || closings.FitsLoosely(age))
        && FleetAges.UsualAge(facts.Device) is { } usual
        && !IsHalfHourAtOnce(facts, closings)
        && !AreAlwaysAtOnce(facts, usual)
        && facts.Hub.Tokens.AreElsewhere(facts.Device, usual)
        && !facts.Hub.Limits.AreElsewhere(facts.Device, usual)
        && !facts.Hub.Limits.AreBeside(facts.Device, usual);

    /// <summary>
    /// In the same minutes the hub said 401003 of far more ends than usual, and of no trouble of its own, and so it was
    /// when the session began, or when the next one ended: tokens that were made together end together.
    /// </summary>
    public static bool IsMadeTogether(in DisconnectFacts facts)
    {
        if (facts.NoTokenCanEnd || !(facts.Record.ReturnGap <= TroubleHabits.LongReturn))
            return false;
        if (facts.Record.Age < TroubleHabits.ShortSession)
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

    /// <summary>All of many tokens would have been closed the moment they ended, as late as a timer is.</summary>
    private static bool IsAlwaysAtOnce(ClosingPattern closings, TokenExpiryPattern pattern)
    {
        const int many = 12;
        return pattern is { Support: >= many, Elsewhere: 0 }
            && closings.Idle.Seconds - pattern.Lifetime < ExpiryCandidate.Narrow
            && ExpiryOdds.IsRoundTimer(closings.Idle.Seconds);
    }

    /// <summary>
    /// Sessions of many devices end as so short a lifetime is over, and none later, as those of a timer do, and their
    /// SDK does not leave its tokens to the hub.
    /// </summary>
    private static bool AreAlwaysAtOnce(in DisconnectFacts facts, double lifetime) =>
        lifetime <= TokenExpiryPattern.HalfHour
        && !facts.Behaviour.HubCloses
        && facts.Hub.Ages.AreAlwaysAtOnce(lifetime);

    /// <summary>
    /// Half an hour is what carriers let a connection live, and no SDK's lifetime; a hub that closes is late for some.
    /// </summary>
    private static bool IsHalfHourAtOnce(in DisconnectFacts facts, ClosingPattern closings) =>
        !facts.Behaviour.HubCloses
        && closings.Expiry is { Lifetime: TokenExpiryPattern.HalfHour } pattern
        && IsAlwaysAtOnce(closings, pattern);

    /// <summary>One age alone: an hour is documented, and what neighbours' tokens live is likely.</summary>
    private static AgeSign? OnceAt(in DisconnectFacts facts, double lifetime, bool isShared, bool isUsual) =>
        lifetime == TokenExpiryPattern.DocumentedHour.Lifetime ? OnceAtHour(facts)
        : isShared ? AgeSign.LifetimeOnceShared
        : isUsual && lifetime >= UsualLeast ? AgeSign.LifetimeOnceUsual
        : null;

    private static AgeSign OnceAtHour(in DisconnectFacts facts) =>
        facts.Behaviour.ClientRenews ? AgeSign.LifetimeOnceHourOtherwiseRenewed : AgeSign.LifetimeOnceHour;

    /// <summary>
    /// Off the device's own lifetime, at one of its neighbours', or the documented hour: lifetimes change.
    /// </summary>
    private static AgeSign? OfOther(in DisconnectFacts facts, double age) =>
        TokenExpiryPattern.DocumentedHour.Fits(age) ? OnceAtHour(facts)
        : facts.Hub.SharedLifetimeAt(facts.Device, age) is not null ? AgeSign.LifetimeOnceShared
        : null;

    /// <summary>
    /// Proxies end WebSockets at an age, whatever goes over them; it is set, and so a round one.
    /// </summary>
    public static bool IsOfProxy(in DisconnectFacts facts, double seconds) =>
        ExpiryOdds.IsRoundTimer(seconds)
        && facts.Context.Protocol?.EndsWith("Ws", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// A connect, or a close and a connect, are missing, so the session began some seconds after what is known.
    /// </summary>
    public static bool FitsAfterReturn(double seconds, TokenExpiryPattern pattern, int closings)
    {
        var longestReturn = 14 + pattern.Looseness;
        var late = seconds - pattern.Lifetime;
        return late >= 0
            && late <= TokenExpiry.Graces[^1] * closings + longestReturn
            && late % TokenExpiry.Sweep <= longestReturn;
    }
}
