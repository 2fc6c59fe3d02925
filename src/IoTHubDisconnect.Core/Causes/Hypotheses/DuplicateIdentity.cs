using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Hypotheses;

/// <summary>Two clients share an identity and take the connection from each other.</summary>
internal sealed class DuplicateIdentity : Hypothesis
{
    /// <summary>Seconds. Two clients that both want to be connected take turns sooner.</summary>
    private const double Apart = 1500;

    /// <summary>Two clients are not one that comes back early, from the same place with the same software: alone,
    /// or at a steady pace.</summary>
    public override bool IsPossible(in DisconnectFacts facts) =>
        facts.Group == ErrorGroup.Takeover
        && !(
            facts.IsClosed
            && Newcomer.IsSameClient(facts)
            && (Takeovers.Nearest(facts.Device, facts.Index) > Apart || TakenAge.IsSteady(facts))
        );

    public override Phrase Reason(in DisconnectFacts facts) =>
        $"{Sentence.After(facts)} a client connected with this device's identity and took the connection over, "
        + $"as two clients with one identity do by turns.";
}
