using IoTHubDisconnect.Catalogue;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>A service upgrade moved the connection.</summary>
internal sealed class HubMaintenance : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) =>
        HubFault.MayBeHubs(facts);

    public override string Reason(in DisconnectFacts facts) =>
        facts.Group == ErrorGroup.HubMaintenance
            ? "A service upgrade moved the hub's connections."
            : "In these minutes an upgrade moved the hub's connections, and most likely this one.";

    public override DisconnectScope ScopeOf(in DisconnectFacts facts) => DisconnectScope.Hub;
}
