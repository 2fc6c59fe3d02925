using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>Two clients share an identity and take the connection from each other.</summary>
internal sealed class DuplicateIdentity : Hypothesis
{
    /// <summary>Seconds. Two clients that both want to be connected take turns sooner.</summary>
    private const double Apart = 1500;

    /// <summary>
    /// Two clients are not one that comes back early, from the same place with the same software: alone, or at a steady
    /// pace; nor one whose only try the hub refused because its own connection was still open.
    /// </summary>
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Group == ErrorGroup.Takeover
        && (
            facts.IsClosed
                ? !Newcomer.IsSameClient(facts) || !IsAlone(facts) && !TakenAge.IsSteady(facts)
                : facts.Record.Attempts > 1 || !IsAlone(facts)
        );

    private static bool IsAlone(in DisconnectFacts facts) => Takeovers.Nearest(facts.Device, facts.Index) > Apart;

    public override Phrase Reason(in DisconnectFacts facts) =>
        facts.IsClosed
            ? $"{Sentence.After(facts)} a client connected with this device's identity and took the connection over, "
                + $"as two clients with one identity do by turns."
            : Say(
                $"{Sentence.The(facts)} hub refused a client with this device's identity while another connection was "
                    + $"open, as where two clients have one identity."
            );
}
