using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>
/// Whether the takeovers around this one keep a pace, and whether the hub noticed other ends by itself.
/// </summary>
internal sealed class TakeoverPattern() : Aspect(typeof(Sign), Situation.Takeover)
{
    /// <summary>The mean of the logarithm. Lengths by chance are 1.4 apart.</summary>
    private const double Uneven = 0.8;

    /// <summary>Seconds. What has to start anew first is not thrown off so soon after it connected.</summary>
    private const double Brief = 8;

    private enum Sign
    {
        Few,
        FewBesideCuts,
        Even,
        EvenBesideCuts,
        Uneven,
        UnevenBesideCuts,
        EvenAndBrief,
        EvenAndBriefBesideCuts,
        UnevenAndBrief,
        UnevenAndBriefBesideCuts,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        var run = TakeoverRun.Around(facts.Device, facts.Index);
        var sign = run.Unevenness switch
        {
            null => Sign.Few,
            > Uneven => run.Least < Brief ? Sign.UnevenAndBrief : Sign.Uneven,
            _ => run.Least < Brief ? Sign.EvenAndBrief : Sign.Even,
        };
        return (int)sign + (run.Cuts > 0 ? 1 : 0);
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var (takeovers, cuts, unevenness, least) = TakeoverRun.Around(facts.Device, facts.Index);
        return new(
            $"Ends within half an hour",
            unevenness switch
            {
                null => $"{takeovers:N0} takeover{Counted.S(takeovers)}, {cuts:N0} other drop{Counted.S(cuts)}",
                > Uneven => $"{takeovers:N0} takeovers at no pace, {cuts:N0} other drop{Counted.S(cuts)}",
                _ => Say($"{takeovers:N0} takeovers at a pace, {cuts:N0} other drop{Counted.S(cuts)}"),
            },
            unevenness is not null && least < Brief
                ? $"none after {Sentence.Duration(least)} where the device starts anew each time"
                : Say($"takeovers at a pace, and no other drop, when two clients fight")
        );
    }
}
