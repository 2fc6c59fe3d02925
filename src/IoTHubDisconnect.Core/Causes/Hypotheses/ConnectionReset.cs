using IoTHubDisconnect.Causes.Aspects;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>Something on the way broke the connection, and the client came straight back.</summary>
internal sealed class ConnectionReset : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => facts.Situation is Situation.Cut or Situation.Takeover;

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Situation == Situation.Takeover
            ? $"{Sentence.After(facts)} the device connected anew: most likely its connection was reset, and the "
                + $"hub had not yet noticed."
        : facts.AgeSign.Repeats()
            ? $"{Sentence.Gone(facts)}, {Sentence.Age(facts)}, {Sentence.AsOthers(facts)}: something on the way "
                + $"breaks its connections."
        : facts.Context.HasNoTokenClock ? $"{Sentence.Gone(facts)}: the connection broke, {Sentence.Age(facts)}."
        : Say($"{Sentence.Gone(facts)}: the connection broke off the token's clock, {Sentence.Age(facts)}.");

    public override DisconnectScope ScopeOf(in DisconnectFacts facts) =>
        SameAddress.IsSiteWide(facts) ? DisconnectScope.Site : DisconnectScope.Device;
}
