using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>
/// A timer cut a quiet connection: a middlebox on the way, or the hub where the keep-alive is over its cap.
/// </summary>
internal sealed class IdleTimeout : Hypothesis
{
    /// <summary>Seconds. No timer on the way is shorter; and so short a one repeats to the second.</summary>
    private const double Shortest = 25,
        ShortestInexact = 90;

    /// <summary>
    /// An idle timer cannot cut a client that pings sooner than it, unless all at a site have a longer keep-alive, nor
    /// act after the hub's own cap.
    /// </summary>
    public override bool IsPossible(in DisconnectFacts facts)
    {
        if (facts.Situation != Situation.Cut)
            return facts.Situation == Situation.Takeover && MayHaveBeenForgotten(facts);
        var closings = facts.Device.Closings;
        if (facts.Record.Age is not { } age)
            return !(closings.HasRepeatedAge && closings.Idle.Seconds > SdkBehaviour.HubCapEnd);
        return facts.AgeSign == AgeSign.PastHubCap
            || facts.AgeSign == AgeSign.PastTheTimer && facts.SilenceFor(closings.Idle.Seconds) != Silence.Impossible
            || facts.AgeSign == AgeSign.RepeatedAlthoughPingedBeside
            || age >= (facts.AgeSign.IsRepeated() ? Shortest : ShortestInexact)
                && facts.SilenceFor(age) != Silence.Impossible
            || closings.IdleAge is { } idle && age - 2 * idle is >= 0 and <= 16;
    }

    /// <summary>Who pings has noticed sooner, where it is as idle each time as an exact age says.</summary>
    private static bool MayHaveBeenForgotten(in DisconnectFacts facts) =>
        facts.Record.Age is not { } age
        || age <= SdkBehaviour.HubCap + 60
            && (
                !TakenAge.IsExact(facts) || facts.Behaviour.MayNoticeSoLate(age, facts.Options.KeepAlive?.TotalSeconds)
            );

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Situation == Situation.Takeover && (facts.Record.Age is null || TakenAge.Alike(facts).Sessions == 0)
            ? $"It connected anew: most likely something on the way had forgotten the connection."
        : facts.Situation == Situation.Takeover
            ? $"{Sentence.After(facts)}, {Sentence.AboutAs(TakenAge.Alike(facts).Sessions)}, it connected "
                + $"anew: most likely something on the way had forgotten the connection."
        : facts.Record.Age is { } age && SdkBehaviour.IsHubCap(age)
            ? $"After {Sentence.Duration(SdkBehaviour.HubCap)} the hub gave up on a keep-alive that is longer than "
                + $"its cap allows."
        : facts.AgeSign == AgeSign.PastHubCap
            ? $"{Sentence.After(facts)} the hub gave up: most likely {Sentence.Duration(SdkBehaviour.HubCap)} after "
                + $"the last message, at its cap, which the keep-alive is longer than."
        : facts.AgeSign == AgeSign.PastTheTimer
            ? $"{Sentence.After(facts)} it was cut: most likely "
                + $"{Sentence.Duration(facts.Device.Closings.Idle.Seconds)} after the last message, as sessions "
                + $"without one are."
        : facts.AgeSign.Repeats()
            ? $"{Sentence.After(facts)}, {Sentence.AsOthers(facts)}, it was cut: something on the way drops idle "
                + $"connections."
        : Say($"{Sentence.After(facts)} it was cut: most likely something on the way drops idle connections.");
}
