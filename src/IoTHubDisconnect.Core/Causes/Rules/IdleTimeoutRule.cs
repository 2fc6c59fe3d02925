using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>A middlebox, or the hub's keep-alive cap, cuts quiet connections at one age, to the second.</summary>
internal sealed class IdleTimeoutRule : CauseRule
{
    private const double Impossible = -12;

    /// <summary>The keep-alive may have been set longer than the SDK's own, or the clock may be another's: about as likely.</summary>
    private const double Doubt = 6.1;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsCutOff)
            return false;
        var idle = facts.Device.Closings.Idle;
        var silence = SilenceOf(facts);
        if (silence == Silence.Impossible)
            weights.Add(CauseName.IdleTimeout, Impossible);
        if (facts.Record.Age is { } age)
        {
            var fits = idle.Fits(age) && idle.Support >= 2;
            if (fits && silence == Silence.Doubtful)
                weights.Add(CauseName.Unknown, Doubt);
            weights.Add(
                CauseName.IdleTimeout,
                fits ? Certainty(facts)
                    : FitsTwice(facts, age) ? 3
                    : -5
            );
        }
        else if (facts.SincePreviousEnd is { } since && idle.Support >= 3 && since - idle.Seconds is >= 0 and <= 90)
            weights.Add(CauseName.IdleTimeout, since - idle.Seconds <= 12 ? 4.5 : 3.5);
        else
            weights.Add(
                CauseName.IdleTimeout,
                facts.Device.Closings.IdleAge is null ? -3 : facts.Device.Closings.LogShare(idle.Support)
            );

        var odds = Math.Clamp(facts.Device.Closings.ExpiryOverIdleAt(facts.Hub), -8, 8);
        weights.Add(CauseName.SasTokenExpired, Math.Min(0, odds));
        weights.Add(CauseName.IdleTimeout, Math.Min(0, -odds));
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var idle = facts.Device.Closings.Idle;
        if (idle.Support >= 3 && SilenceOf(facts) != Silence.Usual)
        {
            var limit =
                idle.Seconds > SdkBehaviour.HubCap
                    ? $"at most {DurationText.Of(SdkBehaviour.HubCap)}: no hub waits longer for a quiet client"
                    : $"at most {DurationText.Of(facts.Options.KeepAlive?.TotalSeconds ?? facts.Behaviour.PingSeconds)}, unless the keep-alive "
                        + "was set longer: this client pings by then";
            return new("Session age", DurationText.Of(facts.Record.Age), limit, weight);
        }
        var expected =
            idle.Support < 3
                ? "no age at which sessions end again and again"
                : $"{DurationText.Of(idle.Seconds)}: {idle.Support} sessions ended at that age";
        return new("Session age", DurationText.Of(facts.Record.Age), expected, weight);
    }

    /// <summary>Whether the client may have been as quiet as an idle timer needs it to be.</summary>
    private static Silence SilenceOf(in DisconnectFacts facts) =>
        facts.Behaviour.MayBeSilent(facts.Device.Closings.Idle.Seconds, facts.Options.KeepAlive?.TotalSeconds);

    /// <summary>Two sessions in hundreds are of one age by chance; a good share of them is not.</summary>
    private static double Certainty(in DisconnectFacts facts)
    {
        var closings = facts.Device.Closings;
        if (closings.Idle.Support * 4 < closings.Count)
            return -1;
        return closings.Idle.Support switch
        {
            2 => 0.5,
            3 => 3,
            4 => 5,
            < 10 => 6,
            _ => 8,
        };
    }

    /// <summary>A close and a connect between two cuts may both be missing from the log.</summary>
    private static bool FitsTwice(in DisconnectFacts facts, double age)
    {
        var idle = facts.Device.Closings.Idle;
        return idle.Support >= 5 && age - 2 * idle.Seconds is >= 0 and <= 16;
    }
}
