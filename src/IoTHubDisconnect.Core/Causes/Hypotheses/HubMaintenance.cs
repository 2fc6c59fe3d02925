using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>A service upgrade moved the connection.</summary>
internal sealed class HubMaintenance : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => HubFault.MayBeHubs(facts);

    public override Phrase Reason(in DisconnectFacts facts)
    {
        var around = facts.Hub.Minutes.Around(facts.Record.Time);
        return facts.Group == ErrorGroup.HubMaintenance ? $"A service upgrade moved the hub's connections."
            : around.Maintenance > 0
                ? $"In these minutes an upgrade moved the hub's connections, and most likely this one."
            : Say(
                $"Devices at {around.Places:N0} place{Counted.S(around.Places)} were cut off in these minutes: "
                    + $"most likely the hub moved its connections."
            );
    }

    public override DisconnectScope ScopeOf(in DisconnectFacts facts) => DisconnectScope.Hub;
}
