using IoTHubDisconnect.Catalogue;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>401003 beside the close: the hub found the token expired, or the client came back with it once.</summary>
internal sealed class UnauthorizedCompanionRule : CauseRule
{
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsCutOff || !facts.HasUnauthorized) return false;
        weights.Add(CauseName.SasTokenExpired, 7);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight) =>
        new("401003 beside it", facts.Group == ErrorGroup.Unauthorized ? "yes" : "yes, within two seconds", "when a token has expired", weight);
}
