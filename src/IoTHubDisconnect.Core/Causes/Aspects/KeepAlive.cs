using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// A lost network is noticed by the hub's keep-alive timer: not before 1.5 keep-alives have passed. Where a site's
/// connections are closed at once, it was not that timer.
/// </summary>
internal sealed class KeepAlive() : Aspect(typeof(Sign), Situation.Cut)
{
    private const int ShortestKeepAlive = 30;

    private enum Sign
    {
        Passed,
        NotPassed,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts) =>
        facts.Record.Age is { } age && !SameAddress.IsClosedAtOnce(facts)
            ? (int)(age < Timeout(facts) ? Sign.NotPassed : Sign.Passed)
            : Unseen;

    public override EvidenceText Describe(in DisconnectFacts facts) =>
        new(
            $"Age against keep-alive",
            $"{Sentence.Duration(facts.Record.Age)}",
            $"at least {Sentence.Duration(Timeout(facts))}, 1.5 × keep-alive, for the hub to notice a lost network"
        );

    private static double Timeout(in DisconnectFacts facts) =>
        SdkBehaviour.Patience
        * (facts.Options.KeepAlive?.TotalSeconds ?? Math.Max(ShortestKeepAlive, facts.Behaviour.KeepAliveSeconds));
}
