using System.Runtime.CompilerServices;
using IoTHubDisconnect.Hubs;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>What Azure says of the hub's health at the time, and whether the hub is where it was made.</summary>
internal sealed class HubHealth() : Aspect(typeof(Sign), Situation.Cut, Situation.Named)
{
    private const int Many = 3;

    private enum Sign
    {
        Fault,
        Planned,
        Failover,
        FaultForFew,
        PlannedForFew,
        FailoverForFew,

        /// <summary>A hub in its paired region was moved there at some time, which may have been this one.</summary>
        Moved,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Hub.Condition is not { } condition || !HubMetricFall.IsAsked(facts))
            return Unseen;
        var isMass = IsMass(facts, condition);
        if (TroubleOf(facts, condition) is not { } trouble)
            return isMass && condition.Settings?.HasFailedOver == true ? (int)Sign.Moved : Unseen;
        var sign =
            trouble.IsFailover ? Sign.Failover
            : trouble.IsPlanned ? Sign.Planned
            : Sign.Fault;
        return (int)sign + (isMass ? 0 : (int)Sign.FaultForFew);
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var condition = facts.Hub.Condition!;
        return TroubleOf(facts, condition) is { } trouble
            ? new($"Hub's health", TextOf(trouble), $"available")
            : new($"Hub's region", $"{condition.Settings!.Locations}", $"{condition.Settings.Location} as primary");
    }

    private static Phrase TextOf(HubHealthEvent trouble)
    {
        var state = trouble.IsFailover ? $"Failover" : Say($"{trouble.State}");
        var start = trouble.Start.UtcDateTime;
        var times = trouble.End is { } end
            ? $"{state} from {start:yyyy-MM-dd HH:mm}Z to {end.UtcDateTime:yyyy-MM-dd HH:mm}Z"
            : Say($"{state} from {start:yyyy-MM-dd HH:mm}Z");
        return trouble.Summary is null ? times : $"{times}: {trouble.Summary}";
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
