using IoTHubDisconnect.Causes.Aspects;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The line was gone for longer than the hub or the client waited.</summary>
internal sealed class NetworkLost : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => facts.Situation is Situation.Cut or Situation.Takeover;

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Situation == Situation.Takeover
            ? $"{Sentence.After(facts)} the device connected anew: its connection was lost, and the hub had not "
                + $"yet noticed."
        : WallClock.RestsAtNight(facts)
            ? $"It went without a close at about the time of day at which it goes night after night: whether it is "
                + $"switched off then, or has no network or no power, the log does not tell."
        : SameAddress.IsSiteWide(facts)
            ? $"{Sentence.Gone(facts)}, with others behind {facts.Context.MaskedIpAddress}: the connection was lost."
        : Say($"{Sentence.Gone(facts)}: the connection was lost without a close.");

    public override DisconnectScope ScopeOf(in DisconnectFacts facts) =>
        SameAddress.IsSiteWide(facts) ? DisconnectScope.Site : DisconnectScope.Device;
}
