using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>How soon the device tried to come back: at once after a reset, a boot later after a restart, some time after a lost network.</summary>
internal sealed class ReturnRule : CauseRule
{
    private static readonly LogNormal Prompt = new(3.5, 0.8),
        Reset = new(2.5, 0.95),
        Restart = new(45, 0.65),
        Lost = new(350, 1.5);

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (!facts.IsClosed)
            return false;
        if (facts.Record.ReturnGap is not { } gap)
            return WeighAbsence(facts, weights);
        if (facts.Record.IsOrderly)
        {
            weights.Add(
                CauseName.SasTokenRenewed,
                gap switch
                {
                    <= 15 => 3,
                    <= 60 => -0.5,
                    _ => -4,
                }
            );
            weights.Add(CauseName.DeviceRestarted, gap is > 15 and < 200 ? 1 : -4);
            return true;
        }
        if (!facts.IsCutOff)
            return false;
        var logGap = Math.Log(Math.Max(gap, 0.5));
        WeighGap(logGap, weights);
        if (facts.Record.IsUntold)
            WeighOrderly(logGap, weights);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var value =
            facts.Record.ReturnGap is { } gap ? $"after {DurationText.Of(gap)}"
            : facts.MissesReturn || facts.Hub.LacksConnects ? "not in the log"
            : $"not within the log's last {DurationText.Of(facts.ToEndOfLog)}";
        return new(
            "Next attempt",
            value,
            facts.Record.IsOrderly
                ? "within seconds to renew a token"
                : "within seconds after a reset or an expiry, a boot's time after a restart, any time after a lost network",
            weight
        );
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool WeighAbsence(in DisconnectFacts facts, CauseWeights weights)
    {
        if (facts.MissesReturn || facts.Hub.LacksConnects || facts.ToEndOfLog < 30)
            return false;
        var away = facts.ToEndOfLog;
        if (facts.Record.IsOrderly)
        {
            weights.Add(CauseName.SasTokenRenewed, away > 120 ? -3 : -1);
            return true;
        }
        if (!facts.IsCutOff)
            return false;
        weights.Add(CauseName.NetworkLost, 0.5);
        weights.Add(CauseName.ConnectionReset, -3);
        weights.Add(CauseName.IdleTimeout, -3);
        weights.Add(CauseName.SasTokenExpired, -2);
        if (away > 200)
            weights.Add(CauseName.DeviceRestarted, -2.5);
        return true;
    }

    [MethodImpl(HotPath.Optimized)]
    private static void WeighGap(double logGap, CauseWeights weights)
    {
        var (reset, restart, lost) = (Reset.Density(logGap), Restart.Density(logGap), Lost.Density(logGap));
        weights.Add(CauseName.SasTokenExpired, Nats(0.9 * Prompt.Density(logGap) + 0.05 * restart + 0.05 * lost));
        weights.Add(CauseName.IdleTimeout, Nats(0.8 * reset + 0.1 * restart + 0.1 * lost));
        weights.Add(CauseName.ConnectionReset, Nats(0.98 * reset + 0.02 * lost));
        weights.Add(CauseName.DeviceRestarted, Nats(0.97 * restart + 0.03 * lost));
        weights.Add(CauseName.NetworkLost, Nats(lost));
        var any = Nats(0.6 * reset + 0.2 * restart + 0.2 * lost);
        foreach (
            var cause in (ReadOnlySpan<CauseName>)
                [
                    CauseName.HubFault,
                    CauseName.HubFailover,
                    CauseName.HubMaintenance,
                    CauseName.DuplicateIdentity,
                    CauseName.DeviceDisabled,
                    CauseName.DeviceNotFound,
                    CauseName.Throttled,
                    CauseName.Unknown,
                ]
        )
            weights.Add(cause, any);
    }

    /// <summary>A session that may have ended in an orderly way, for all that the log tells.</summary>
    private static void WeighOrderly(double logGap, CauseWeights weights)
    {
        weights.Add(CauseName.SasTokenRenewed, Nats(0.95 * Prompt.Density(logGap)));
        weights.Add(CauseName.ClientClosed, Nats(0.4 * Reset.Density(logGap) + 0.6 * Lost.Density(logGap)));
    }

    private static double Nats(double density) => Math.Max(Math.Log(density + 1e-9), -7);

    /// <summary>A log-normal density over the logarithm of seconds.</summary>
    private readonly struct LogNormal(double median, double spread)
    {
        private readonly double _mean = Math.Log(median);

        public double Density(double logSeconds)
        {
            var z = (logSeconds - _mean) / spread;
            return Math.Exp(-z * z / 2) / (spread * 2.5066);
        }
    }
}
