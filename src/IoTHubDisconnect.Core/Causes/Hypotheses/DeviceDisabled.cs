using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The identity is disabled in the registry.</summary>
internal sealed class DeviceDisabled : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => facts.IsNamedAs(ErrorGroup.DeviceDisabled);

    public override Phrase Reason(in DisconnectFacts facts) => $"{Sentence.The(facts)} device identity was disabled.";
}
