using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>The daily message quota of the hub was used up. A token that ran out in that time ran out.</summary>
internal sealed class QuotaExceeded : Hypothesis
{
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Group == ErrorGroup.QuotaExceeded
        || (facts.IsNamedAs(ErrorGroup.QuotaExceeded) || IsUntold(facts)) && !facts.AgeSign.BearsLifetimeOut();

    public override Phrase Reason(in DisconnectFacts facts) =>
        IsUntold(facts)
            ? $"{Sentence.After(facts)} the device was cut off, as others of the hub were again and again until "
                + $"00:00 UTC, when its daily message quota starts anew."
        : NextRefusal.IsOfLoop(facts)
            ? $"{Sentence.After(facts)} the device was cut off at a time when the hub's daily message quota "
                + $"was used up."
        : facts.IsClosed && facts.Group != ErrorGroup.QuotaExceeded
            ? $"{Sentence.After(facts)} the device was cut off, and its next try refused because the hub's daily "
                + $"message quota was used up."
        : Say($"{Sentence.The(facts)} hub's daily message quota was used up.");

    private static bool IsUntold(in DisconnectFacts facts) =>
        facts is { IsClosed: true, SaidBeside: null } && NextRefusal.IsUntilMidnight(facts);

    public override DisconnectScope ScopeOf(in DisconnectFacts facts) => DisconnectScope.Hub;
}
