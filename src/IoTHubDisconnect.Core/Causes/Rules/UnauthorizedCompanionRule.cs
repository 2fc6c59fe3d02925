using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>401003 beside the close: the hub found the token expired, or the client came back with it once.</summary>
internal sealed class UnauthorizedCompanionRule : CauseRule
{
    private const double SoonSeconds = 60;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsCutOff || !facts.HasUnauthorized && !IsRefusedSoon(facts))
            return false;
        weights.Add(CauseName.SasTokenExpired, facts.HasUnauthorized ? 7 : 5);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight) =>
        new(
            "401003 beside it",
            facts.HasUnauthorized ? "yes" : "yes, when the device tried to come back",
            "when a token has expired",
            weight
        );

    /// <summary>A token that a user made is not renewed: the device comes back with it and is refused, again and again.</summary>
    private static bool IsRefusedSoon(in DisconnectFacts facts) =>
        ClosingPattern.IsUnauthorized(facts.Record.RefusalCode) && facts.Record.ReturnGap < SoonSeconds;
}
