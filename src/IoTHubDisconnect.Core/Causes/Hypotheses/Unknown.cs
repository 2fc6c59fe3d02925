using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Reading.Events;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>
/// Anything else: broad in all that it foretells, so that it wins where nothing else foretold the facts better.
/// </summary>
internal sealed class Unknown : Hypothesis
{
    /// <summary>An orderly close is the client's own, whatever it closed for.</summary>
    public override bool IsPossible(in DisconnectFacts facts) => facts.Situation != Situation.Orderly;

    public override Phrase Reason(in DisconnectFacts facts) =>
        ErrorTexts.Include(facts.Record.Code)
            ? $"The log says '{facts.Device.NameOf(facts.Record.Code)}', which names no known error."
        : !facts.IsClosed && facts.Device.NameOf(facts.Record.Code) is { } name
            ? $"{Sentence.The(facts)} hub refused the connection with {facts.Record.Code} {name}, which does "
                + $"not say why."
        : facts.Record.IsUntold ? $"The log does not tell whether an error ended the session."
        : facts.AgeSign.IsRepeated() || facts.AgeSign.IsOfOthers()
            ? $"{Sentence.After(facts)}, {Sentence.AsOthers(facts)}, it was cut: "
                + $"some clock ends its sessions, and the log does not show whose."
        : Say($"The log does not show enough to tell.");
}
