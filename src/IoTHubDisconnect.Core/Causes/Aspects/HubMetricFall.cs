using System.Runtime.CompilerServices;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether the hub's count of connected devices fell at the time.</summary>
internal sealed class HubMetricFall() : Aspect(typeof(Sign), Situation.Cut, Situation.Named)
{
    private const double KnownShare = 0.5;

    private enum Sign
    {
        /// <summary>The log's own drops account for it, so that it says little that is new.</summary>
        KnownFall,

        /// <summary>The log has too few rows for it.</summary>
        NewFall,
        NoFall,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Hub.Condition?.Metric is not { } metric || !IsAsked(facts))
            return Unseen;
        var time = new DateTimeOffset(facts.Record.Time, TimeSpan.Zero);
        var drops = facts.Hub.Minutes.Around(facts.Record.Time).Drops;
        if (metric.FallAt(time) is { } dip)
        {
            if (!facts.Record.IsOffPattern)
                return Unseen;
            return (int)(drops < (dip.Usual - dip.Lowest) * KnownShare ? Sign.NewFall : Sign.KnownFall);
        }
        // One device's drop is no dip whatever its cause: only that none dropped with it makes the hub unlikely.
        var others = drops - (facts.Record.IsOffPattern ? 1 : 0);
        return others > 0 || !metric.Covers(time) ? Unseen : (int)Sign.NoFall;
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var dip = facts.Hub.Condition!.Metric!.FallAt(new DateTimeOffset(facts.Record.Time, TimeSpan.Zero));
        var value = dip is null
            ? $"no fall"
            : Say(
                $"a dip from {dip.Usual:0} to {dip.Lowest:0}, {(dip.End - dip.Start).TotalMinutes:0} min from "
                    + $"{dip.Start.UtcDateTime:HH:mm}Z"
            );
        return new($"Connected devices", value, $"a fall when the hub is in trouble");
    }

    /// <summary>Whether the hub may have had a part in it.</summary>
    public static bool IsAsked(in DisconnectFacts facts) =>
        facts.Situation == Situation.Cut || facts.Group == ErrorGroup.HubFault;
}
