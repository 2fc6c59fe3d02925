using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The identity does not exist.</summary>
internal sealed class DeviceNotFound : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => facts.IsNamedAs(ErrorGroup.DeviceNotFound);

    public override Phrase Reason(in DisconnectFacts facts) => $"{Sentence.The(facts)} hub knew no such identity.";
}
