using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Fleets.Profiles;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The client closed the connection, or went to sleep, because it was meant to.</summary>
internal sealed class ClientClosed : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Record.MayBeOrderly
        || facts.Situation is Situation.Cut or Situation.Takeover && WallClock.IsSleeper(facts);

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Record.MayBeOrderly ? $"{Sentence.After(facts)} the client closed the session in an orderly way."
        : facts.Situation == Situation.Takeover
            ? $"{Sentence.After(facts)} it connected anew, before the hub had noticed that it was gone, as it wakes "
                + $"every {Sentence.Duration(facts.Device.Wakes!.Period)}: most likely it sleeps in between."
        : facts.Device.Wakes is NightRest
            ? $"It went without a close at about the time of day at which it goes night after night: most likely it is "
                + $"switched off."
        : Say(
            $"{Sentence.After(facts)} it was gone without a close, "
                + $"as it wakes every {Sentence.Duration(facts.Device.Wakes!.Period)} "
                + $"and is away in between: most likely it sleeps."
        );
}
