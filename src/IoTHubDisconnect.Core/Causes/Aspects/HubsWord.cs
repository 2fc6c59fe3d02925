using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// The hub's own word. Most codes name their cause; 404104 leaves several, and what is beside it tells.
/// </summary>
internal sealed class HubsWord() : Aspect(typeof(ErrorGroup), Situation.Named, Situation.Cut)
{
    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) =>
        facts.Situation is Situation.Named || facts is { Situation: Situation.Cut, Group: not ErrorGroup.RemoteClosed }
            ? (int)facts.Group
            : Unseen;

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var value = facts.Record.IsUntold ? $"not in the log" : CodeText(facts, facts.Record.Code);
        if (facts.Record.RelatedCode != ConnectionEvent.NoCode)
            value = $"{value} with {CodeText(facts, facts.Record.RelatedCode)}";
        return new($"Error code", value, null);
    }

    private static Phrase CodeText(in DisconnectFacts facts, int code) =>
        code == ConnectionEvent.UnnumberedCode ? $"an error without a number"
        : ErrorTexts.Include(code) ? $"'{facts.Device.NameOf(code)}', which names no known code"
        : facts.Device.NameOf(code) is { } name ? $"{code} {name}"
        : Say($"{code}");
}
