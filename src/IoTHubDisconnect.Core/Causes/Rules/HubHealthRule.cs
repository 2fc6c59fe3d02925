using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>Trouble of the hub that Azure itself tells of: Resource Health, a failover in the activity log, a hub that runs in its paired region.</summary>
internal sealed class HubHealthRule : CauseRule
{
    private const int Many = 3;

    /// <summary>Trouble with a mass drop to show for it; the rows themselves seldom name an upgrade or a failover.</summary>
    private const double Fault = 4,
        Maintenance = 7,
        Failover = 8;

    /// <summary>Trouble that passed most devices by.</summary>
    private const double Unseen = 1;

    /// <summary>A hub in its paired region was moved there at some time, which may have been this one.</summary>
    private const double Moved = 0.7;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (facts.Hub.Condition is not { } condition || !HubMetricRule.IsAsked(facts))
            return false;
        var isMass = IsMass(facts, condition);
        if (TroubleOf(facts, condition) is not { } trouble)
        {
            if (!isMass || condition.Settings?.HasFailedOver != true)
                return false;
            weights.Add(CauseName.HubFailover, Moved);
            return true;
        }
        var (cause, gain) =
            trouble.IsFailover ? (CauseName.HubFailover, Failover)
            : trouble.IsPlanned ? (CauseName.HubMaintenance, Maintenance)
            : (CauseName.HubFault, Fault);
        weights.Add(cause, isMass ? gain : Unseen);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var condition = facts.Hub.Condition!;
        return TroubleOf(facts, condition) is { } trouble
            ? new(
                "Hub's health",
                trouble.Summary is null ? $"{trouble}" : $"{trouble}: {trouble.Summary}",
                "available",
                weight
            )
            : new(
                "Hub's region",
                $"{condition.Settings!.Locations}",
                $"{condition.Settings.Location} as primary",
                weight
            );
    }

    /// <summary>The trouble that Azure tells of for the moment of the disconnect; null for none.</summary>
    public static HubHealthEvent? TroubleOf(in DisconnectFacts facts, HubCondition condition) =>
        condition.TroubleAt(new DateTimeOffset(facts.Record.Time, TimeSpan.Zero));

    private static bool IsMass(in DisconnectFacts facts, HubCondition condition)
    {
        var around = facts.Hub.Minutes.Around(facts.Record.Time);
        return facts.Group is ErrorGroup.HubFault
            || around.Drops + around.ServerErrors > Many
            || condition.Metric?.FallAt(new DateTimeOffset(facts.Record.Time, TimeSpan.Zero)) is not null;
    }
}
