using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>The hub notices a lost network 1.5 keep-alives after the last packet, so a younger session was not lost that way.</summary>
internal sealed class KeepAliveRule : CauseRule
{
    private const int ShortestKeepAlive = 30;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsCutOff || facts.Record.Age is not { } age || age >= Timeout(facts))
            return false;
        weights.Add(CauseName.NetworkLost, -2);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight) =>
        new(
            "Session age",
            DurationText.Of(facts.Record.Age),
            $"at least {DurationText.Of(Timeout(facts))}, 1.5 × keep-alive, for the hub to notice a lost network",
            weight
        );

    private static double Timeout(in DisconnectFacts facts) =>
        SdkBehaviour.Patience
        * (facts.Options.KeepAlive?.TotalSeconds ?? Math.Max(ShortestKeepAlive, facts.Behaviour.KeepAliveSeconds));
}
