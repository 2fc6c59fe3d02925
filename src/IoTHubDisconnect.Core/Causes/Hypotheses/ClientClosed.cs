using IoTHubDisconnect.Causes.Aspects;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The client closed the connection, or went to sleep, because it was meant to.</summary>
internal sealed class ClientClosed : Hypothesis
{
    /// <summary>Whoever is gone without a close at night may have no network or no power then.</summary>
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Record.MayBeOrderly
        || facts.Situation is Situation.Cut or Situation.Takeover
            && WallClock.IsSleeper(facts)
            && !WallClock.RestsAtNight(facts);

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Record.MayBeOrderly ? $"{Sentence.After(facts)} the client closed the session in an orderly way."
        : facts.Situation == Situation.Takeover
            ? $"{Sentence.After(facts)} it connected anew, before the hub had noticed that it was gone, as it wakes "
                + $"every {Sentence.Duration(facts.Device.Wakes!.Period)}: most likely it sleeps in between."
        : Say(
            $"{Sentence.After(facts)} it was gone without a close, "
                + $"as it wakes every {Sentence.Duration(facts.Device.Wakes!.Period)} "
                + $"and is away in between: most likely it sleeps."
        );
}
