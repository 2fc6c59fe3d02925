using System.Globalization;
using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>A transient fault of the hub.</summary>
internal sealed class HubFault : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) => facts.IsUnnamedRefusal || MayBeHubs(facts);

    public override Phrase Reason(in DisconnectFacts facts)
    {
        if (Trouble(facts) is { } trouble)
            return trouble.End is { } end
                ? $"From {Clock(trouble.Start)} to {Clock(end)} Azure calls the hub {trouble.State}: it had a fault."
                : Say($"From {Clock(trouble.Start)} Azure calls the hub {trouble.State}: it had a fault.");
        var around = facts.Hub.Minutes.Around(facts.Record.Time);
        return around.ServerErrors > 0
            ? $"{around.ServerErrors:N0} device{Counted.S(around.ServerErrors)} met server errors in these minutes: "
                + $"the hub had a fault."
            : Say(
                $"Devices at {around.Places:N0} place{Counted.S(around.Places)} were cut off in these minutes: "
                    + $"most likely the hub had a fault."
            );
    }

    private static string Clock(DateTimeOffset time) =>
        time.UtcDateTime.ToString("HH:mm'Z'", CultureInfo.InvariantCulture);

    public override DisconnectScope ScopeOf(in DisconnectFacts facts) => DisconnectScope.Hub;

    /// <summary>
    /// The hub says no more than that the far side went, or names itself; a refusal that names another reason
    /// explains the drop.
    /// </summary>
    public static bool MayBeHubs(in DisconnectFacts facts) =>
        facts.Situation == Situation.Named
            ? facts.Group is ErrorGroup.HubFault or ErrorGroup.HubMaintenance or ErrorGroup.HubFailover
            : facts.Situation == Situation.Cut
                && facts.SaidBeside
                    is null
                        or ErrorGroup.HubFault
                        or ErrorGroup.HubMaintenance
                        or ErrorGroup.HubFailover
                        or ErrorGroup.Throttled
                        or ErrorGroup.Other;

    private static HubHealthEvent? Trouble(in DisconnectFacts facts) =>
        facts.Hub.Condition is { } condition
        && HubHealth.TroubleOf(facts, condition) is { IsFailover: false, IsPlanned: false } trouble
            ? trouble
            : null;
}
