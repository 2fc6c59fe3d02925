using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Which errors of the hub's own other devices met in these minutes.</summary>
internal sealed class HubErrors() : Aspect(typeof(Sign), Situation.Cut, Situation.Named)
{
    private const double OwnReachSeconds = 300;

    private enum Sign
    {
        None,
        Few,
        Many,
        UpgradeToo,
        FailoverToo,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Situation == Situation.Named && facts.Group is not (ErrorGroup.HubFault or ErrorGroup.HubMaintenance))
            return Unseen;
        var around = Others(facts);
        return (int)(
            around.Failover > 0 || IsRelated(facts, ErrorGroup.HubFailover) ? Sign.FailoverToo
            : around.Maintenance > 0 || IsRelated(facts, ErrorGroup.HubMaintenance) ? Sign.UpgradeToo
            : around.ServerErrors > 2 ? Sign.Many
            : around.ServerErrors > 0 ? Sign.Few
            : Sign.None
        );
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var around = Others(facts);
        var parts = new List<Phrase>();
        if (around.ServerErrors > 0)
            parts.Add($"others that met server errors: {around.ServerErrors}");
        if (around.Maintenance > 0)
            parts.Add($"others that an upgrade moved: {around.Maintenance}");
        if (around.Failover > 0)
            parts.Add($"others that were told of a failover: {around.Failover}");
        if (NextRefusal.GroupOf(facts) is not null)
            parts.Add($"this one was refused with {facts.Record.RefusalCode}");
        return new(
            $"Hub's errors",
            parts.Count == 0 ? $"none" : parts.Aggregate((all, part) => Say($"{all}, {part}")),
            $"none"
        );
    }

    private static bool IsRelated(in DisconnectFacts facts, ErrorGroup group) =>
        !facts.IsClosed && ErrorCodes.GroupOf(facts.Record.RelatedCode) == group;

    /// <summary>The surroundings without this device's own rows.</summary>
    [MethodImpl(HotPath.Causes)]
    private static ActivityMinute Others(in DisconnectFacts facts)
    {
        var around = facts.Hub.Minutes.Around(facts.Record.Time);
        if (around.ServerErrors + around.Maintenance + around.Failover == 0)
            return around;
        bool fault = false,
            maintenance = false,
            failover = false;
        var records = facts.Device.Records;
        var first = facts.Index;
        while (first > 0 && SecondsApart(records[first - 1], facts.Record) <= OwnReachSeconds)
            first--;
        for (var i = first; i < records.Length && SecondsApart(records[i], facts.Record) <= OwnReachSeconds; i++)
        {
            foreach (var code in (ReadOnlySpan<int>)[records[i].Code, records[i].RelatedCode])
            {
                var group = ErrorCodes.GroupOf(code);
                fault |= group == ErrorGroup.HubFault;
                maintenance |= group == ErrorGroup.HubMaintenance;
                failover |= group == ErrorGroup.HubFailover;
            }
        }
        around.ServerErrors = Math.Max(0, around.ServerErrors - (fault ? 1 : 0));
        around.Maintenance = Math.Max(0, around.Maintenance - (maintenance ? 1 : 0));
        around.Failover = Math.Max(0, around.Failover - (failover ? 1 : 0));
        return around;
    }

    /// <summary>From the nearest row of the one to the other, which a run of refusals may last until.</summary>
    private static double SecondsApart(in DisconnectRecord one, in DisconnectRecord other) =>
        one.Time > other.Time
            ? DisconnectRecord.Seconds(one.Time - other.Time)
            : DisconnectRecord.Seconds(Math.Max(0, other.Time - Math.Max(one.Time, one.LastRowAt)));
}
