using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The hub failed over to its paired region.</summary>
internal sealed class HubFailover : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => HubFault.MayBeHubs(facts);

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.Group == ErrorGroup.HubFailover || NextRefusal.GroupOf(facts) == ErrorGroup.HubFailover
            ? $"The hub failed over to its paired region."
            : Say(
                $"In these minutes the hub failed over to its paired region, and most likely dropped this connection."
            );

    public override DisconnectScope ScopeOf(in DisconnectFacts facts) => DisconnectScope.Hub;
}
