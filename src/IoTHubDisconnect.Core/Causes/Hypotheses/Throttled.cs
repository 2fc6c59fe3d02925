using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The device, or the hub, went over a rate limit.</summary>
internal sealed class Throttled : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => facts.IsNamedAs(ErrorGroup.Throttled);

    public override Phrase Reason(in DisconnectFacts facts) =>
        $"{Sentence.The(facts)} device went over a rate limit of the hub.";
}
