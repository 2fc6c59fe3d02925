using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// How old the session was, or its token, beside what repeats on this device, in its fleet, and in the
/// documentation.
/// </summary>
internal sealed class SessionAge() : Aspect(typeof(AgeSign), Situation.Cut)
{
    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) => (int)facts.AgeSign;

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var sign = facts.AgeSign;
        var shown = Sentence.Duration(facts.Record.Age ?? facts.SincePreviousEnd);
        var name =
            facts.Record.Age is null && facts.SincePreviousEnd is not null
                ? Say($"Since the previous end")
                : Say($"Session age");
        var closings = facts.Device.Closings;
        return sign switch
        {
            AgeSign.LifetimeDrifts => new(
                $"Token age",
                shown,
                $"{Sentence.Duration(Math.Abs(facts.Device.Drift!.SecondsADay))} "
                    + $"{(facts.Device.Drift.SecondsADay < 0 ? Say($"less") : Say($"more"))} each day, as where "
                    + $"a clock is not set"
            ),
            AgeSign.LifetimeOnTheSweep => new(
                name,
                shown,
                $"closed at the same second of the hub's five minutes as the device's other sessions"
            ),
            AgeSign.LifetimeOfTheFleet => new(
                name,
                shown,
                $"the same at other addresses, of sessions that have a SAS token and are not quiet for so long"
            ),
            AgeSign.PastTheTimer => new(
                name,
                shown,
                $"{Sentence.Duration(closings.Idle.Seconds)} after the last message: {closings.Idle.Support:N0} "
                    + $"sessions ended at that age, and hardly one sooner"
            ),
            AgeSign.PastHubCap => new(
                name,
                shown,
                $"{Sentence.Duration(SdkBehaviour.HubCap)} after the last message: most sessions without one end then"
            ),
            AgeSign.LifetimeMadeTogether => new(
                $"Tokens made together",
                $"401003 beside {facts.Hub.Minutes.ToldAround(facts.Record.Time):N0} ends in these minutes",
                $"beside {facts.Hub.UsualTold:0.0} in three minutes"
            ),
            AgeSign.SinceReturnToken or AgeSign.OffTheLifetime => OfToken(facts),
            _ when sign.IsLifetime() => OfToken(facts),
            _ when sign.IsDoubtfulForPings() => new(
                name,
                shown,
                $"at most {Sentence.Duration(facts.Options.KeepAlive?.TotalSeconds ?? facts.Behaviour.PingSeconds)} "
                    + $"for an idle timer, unless the keep-alive was set longer: this client pings by then"
            ),
            _ when sign.IsRepeatedOverHubCap() => new(
                name,
                shown,
                $"at most {Sentence.Duration(SdkBehaviour.HubCap)} for an idle timer: no hub waits longer for a "
                    + $"quiet client"
            ),
            AgeSign.RepeatedAtHubCap
            or AgeSign.RepeatedAtPatience
            or AgeSign.RepeatedRound
            or AgeSign.Repeated
            or AgeSign.TwiceTheTimer
            or AgeSign.OffTheTimer => new(
                name,
                shown,
                $"{Sentence.Duration(closings.Idle.Seconds)}: {closings.Idle.Support:N0} sessions ended at that age"
            ),
            _ when sign.IsLooselyRepeated() => new(
                name,
                shown,
                $"about {Sentence.Duration(closings.Loose.Seconds)}: {closings.Loose.Support:N0} of "
                    + $"{closings.Count:N0} sessions ended near that age"
            ),
            _ when sign.IsOfOthers() => new(
                name,
                shown,
                $"the same: {facts.Hub.Ages.CountOthers(facts.Device, facts.Record.Age!.Value):N0} sessions of other "
                    + $"devices ended at that age"
            ),
            AgeSign.TooShortAgain => new(name, shown, $"longer: those before and after it were as short, as in a loop"),
            AgeSign.AtOnceAgain => new(
                name,
                shown,
                $"longer: this one and those beside it ended at once, as where the hub does not take what a "
                    + $"client sends"
            ),
            _ => new(name, shown, $"no age at which sessions end again and again"),
        };
    }

    /// <summary>The tokens of many ended together, which tells of time, place and number enough.</summary>
    public static bool IsMadeTogether(in DisconnectFacts facts) =>
        facts.Situation == Situation.Cut && facts.AgeSign == AgeSign.LifetimeMadeTogether;

    /// <summary>
    /// The token's clock alone tells that it ended: several delays, the hub's word, an operator, or an age that no
    /// timer has.
    /// </summary>
    public static bool IsOnTokenClock(in DisconnectFacts facts) =>
        facts.AgeSign switch
        {
            AgeSign.LifetimeTold
            or AgeSign.LifetimeWith401003
            or AgeSign.LifetimeMadeTogether
            or AgeSign.LifetimeOnTheSweep
            or AgeSign.LifetimeDrifts => true,
            AgeSign.LifetimeAtSeveralDelays or AgeSign.LifetimeAtVaryingDelays => IsAtSeveralDelays(facts),
            AgeSign.LifetimeAlone => facts.Device.Closings is { Expiry: { } expiry, Idle.Seconds: var age }
                && expiry.IsNoTimers(age),
            _ => false,
        };

    /// <summary>
    /// At one of the hub's several delays, as the device's others; anywhere in all of the ten minutes, other ends fall,
    /// too.
    /// </summary>
    public static bool IsAtSeveralDelays(in DisconnectFacts facts) =>
        facts.AgeSign is (AgeSign.LifetimeAtSeveralDelays or AgeSign.LifetimeAtVaryingDelays)
        && facts.Device.Closings.Expiry is { IsAtAnyDelay: false };

    private static EvidenceText OfToken(in DisconnectFacts facts) =>
        new($"Token age", TokenAge(facts), ExpectedLifetime(facts));

    private static Phrase TokenAge(in DisconnectFacts facts)
    {
        var age = facts.Record.Age ?? facts.SincePreviousEnd;
        var pattern = facts.Device.Closings.Expiry;
        return Sentence.Duration(
            facts.Device.TokenAge(facts.Index) is { } token
            && pattern?.Fits(token) == true
            && (age is null || !pattern.Fits(age.Value))
                ? token
                : age
        );
    }

    private static Phrase ExpectedLifetime(in DisconnectFacts facts) =>
        $"{Sentence.Duration(facts.TokenLifetime)}, or 5 or 10 minutes later "
        + $"({facts.Device.Closings.Expiry?.Support ?? 0:N0} sessions ended so)";
}
