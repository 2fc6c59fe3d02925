using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>The metric connectedDeviceCount: a dip that takes a share of all devices is the hub's, and a hub in trouble leaves one.</summary>
internal sealed class HubMetricRule : CauseRule
{
    /// <summary>A dip that the log's own drops account for says little that is new; one that the log has too few rows for says more.</summary>
    private const double Known = 0.2,
        New = 1;

    private const double KnownShare = 0.5;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (facts.Hub.Condition?.Metric is not { } metric || !IsAsked(facts))
            return false;
        var time = new DateTimeOffset(facts.Record.Time, TimeSpan.Zero);
        if (metric.FallAt(time) is { } dip)
        {
            if (!facts.Record.IsOffPattern)
                return false;
            var gain =
                facts.Hub.Minutes.Around(facts.Record.Time).Drops < (dip.Usual - dip.Lowest) * KnownShare ? New : Known;
            weights.Add(CauseName.HubFault, gain);
            weights.Add(CauseName.HubFailover, gain);
            weights.Add(CauseName.HubMaintenance, gain);
            return true;
        }
        // One device's drop is no dip whatever its cause: only that none dropped with it makes the hub unlikely.
        if (facts.Hub.Minutes.Around(facts.Record.Time).Drops > 1 || !metric.Covers(time))
            return false;
        weights.Add(CauseName.HubFault, -1);
        weights.Add(CauseName.HubFailover, -1);
        weights.Add(CauseName.HubMaintenance, -1);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var dip = facts.Hub.Condition!.Metric!.FallAt(new DateTimeOffset(facts.Record.Time, TimeSpan.Zero));
        var value = dip is null
            ? "no fall"
            : FormattableString.Invariant(
                $"a dip from {dip.Usual:0} to {dip.Lowest:0}, {(dip.End - dip.Start).TotalMinutes:0} min from {dip.Start.UtcDateTime:HH:mm}Z"
            );
        return new("Connected devices", value, "a fall when the hub is in trouble", weight);
    }

    /// <summary>Whether the hub may have had a part in it.</summary>
    public static bool IsAsked(in DisconnectFacts facts) => facts.IsCutOff || facts.Group == ErrorGroup.HubFault;
}
