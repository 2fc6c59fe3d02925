using System.Globalization;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;
using IoTHubDisconnect.Reading.Events;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>What the hub did to other devices in the same minutes, and to this one when it tried to come back.</summary>
internal sealed class HubActivityRule : CauseRule
{
    private const double SoonSeconds = 60;
    private const double OwnReachSeconds = 300;

    /// <summary>A drop and, within a minute, a refusal of the identity: that they coincide by chance is rare.</summary>
    private const double OwnIdentity = 9.5;

    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        if (facts.Record.IsOrderly)
            return false;
        return facts.IsClosed
            ? facts.IsCutOff || facts.Group == ErrorGroup.HubFault
                ? WeighClosed(facts, weights)
                : false
            : WeighRefused(facts, weights);
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var around = Others(facts);
        var parts = new List<string>();
        if (around.Drops > 0)
            parts.Add($"others that dropped: {around.Drops}, at {Counted.Of(around.Places, "other place")}");
        if (around.ServerErrors > 0)
            parts.Add($"others that met server errors: {around.ServerErrors}");
        if (around.Maintenance > 0)
            parts.Add($"others that an upgrade moved: {around.Maintenance}");
        if (around.Failover > 0)
            parts.Add($"others that were told of a failover: {around.Failover}");
        if (OwnRefusal(facts) is { } code)
            parts.Add($"this one was refused with {code}");
        return new(
            "Hub in these minutes",
            parts.Count == 0 ? "quiet" : string.Join(", ", parts),
            string.Create(CultureInfo.InvariantCulture, $"{facts.Hub.UsualDrops:0.0} drops in three minutes"),
            weight
        );
    }

    [MethodImpl(HotPath.Optimized)]
    private static bool WeighClosed(in DisconnectFacts facts, CauseWeights weights)
    {
        var around = Others(facts);
        var own = OwnRefusal(facts) is { } code ? ErrorCodes.GroupOf(code) : ErrorGroup.Other;
        if (around.ServerErrors + around.Maintenance + around.Failover + around.Drops == 0 && own == ErrorGroup.Other)
            return false;
        // A refusal that names another reason explains the others' drops as well.
        var isOpen =
            own is ErrorGroup.Other or ErrorGroup.HubFault or ErrorGroup.HubMaintenance or ErrorGroup.HubFailover;
        var mass = isOpen ? Mass(facts, around.Places) : 0;
        weights.Add(CauseName.HubFault, mass + (own == ErrorGroup.HubFault ? 4.5 : 0));
        weights.Add(CauseName.HubMaintenance, mass / 2 + (own == ErrorGroup.HubMaintenance ? 6 : 0));
        weights.Add(CauseName.HubFailover, mass / 2 + (own == ErrorGroup.HubFailover ? 7 : 0));
        WeighHub(around, weights);
        if (own == ErrorGroup.DeviceDisabled)
            weights.Add(CauseName.DeviceDisabled, OwnIdentity);
        if (own == ErrorGroup.QuotaExceeded)
            weights.Add(CauseName.QuotaExceeded, around.Drops >= 3 ? OwnIdentity : OwnIdentity / 4);
        if (own == ErrorGroup.DeviceNotFound)
            weights.Add(CauseName.DeviceNotFound, OwnIdentity);
        return true;
    }

    private static bool WeighRefused(in DisconnectFacts facts, CauseWeights weights)
    {
        if (facts.Group is not (ErrorGroup.HubFault or ErrorGroup.HubMaintenance))
            return false;
        var around = Others(facts);
        var related =
            facts.Record.RelatedCode == ConnectionEvent.NoCode
                ? ErrorGroup.Other
                : ErrorCodes.GroupOf(facts.Record.RelatedCode);
        weights.Add(CauseName.HubMaintenance, related == ErrorGroup.HubMaintenance ? 4 : 0);
        weights.Add(CauseName.HubFailover, related == ErrorGroup.HubFailover ? 6 : 0);
        WeighHub(around, weights);
        return around.ServerErrors + around.Maintenance + around.Failover > 0
            || related is ErrorGroup.HubMaintenance or ErrorGroup.HubFailover;
    }

    /// <summary>Server errors come with an upgrade and a failover too; rows that name those tell which it was.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static void WeighHub(in ActivityMinute around, CauseWeights weights)
    {
        var (errors, maintenance, failover) = (
            Hint(around.ServerErrors),
            Hint(around.Maintenance),
            Hint(around.Failover)
        );
        weights.Add(CauseName.HubFault, errors - (maintenance > 3 ? 4 : 0) - (failover > 3 ? 4 : 0));
        weights.Add(CauseName.HubMaintenance, maintenance + (maintenance > 0 ? errors / 2 : 0));
        weights.Add(CauseName.HubFailover, failover + (failover > 0 ? errors / 2 : 0));
    }

    private static double Hint(int devices) =>
        devices switch
        {
            0 => 0,
            1 => 2.5,
            2 => 3.5,
            < 5 => 4.5,
            _ => 5.5,
        };

    /// <summary>Drops at many more places at once than usual are the hub's; those of one place, however many, are that place's.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static double Mass(in DisconnectFacts facts, int places)
    {
        // How unlikely so many are by chance, and that in none of a long log's minutes.
        const double weight = 0.5,
            minutes = 1,
            most = 5;
        var usual = Math.Max(0.3, facts.Hub.UsualDrops);
        return places <= usual
            ? 0
            : Math.Clamp(weight * (places * Math.Log(places / usual) - (places - usual)) - minutes, 0, most);
    }

    /// <summary>The surroundings without this device's own rows.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static ActivityMinute Others(in DisconnectFacts facts)
    {
        const int neighbours = 2;
        var around = facts.Hub.Minutes.Around(facts.Record.Time);
        if (facts.IsClosed && facts.Record.IsOffPattern)
            (around.Drops, around.Places) = (Math.Max(0, around.Drops - 1), Math.Max(0, around.Places - 1));
        if (around.ServerErrors + around.Maintenance + around.Failover == 0)
            return around;
        bool fault = false,
            maintenance = false,
            failover = false;
        var records = facts.Device.Records;
        for (
            var i = Math.Max(0, facts.Index - neighbours);
            i <= Math.Min(records.Length - 1, facts.Index + neighbours);
            i++
        )
        {
            if (Math.Abs(DisconnectRecord.Seconds(records[i].Time - facts.Record.Time)) > OwnReachSeconds)
                continue;
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

    [MethodImpl(HotPath.Optimized)]
    private static int? OwnRefusal(in DisconnectFacts facts) =>
        facts.IsClosed
        && facts.Record.RefusalCode != ConnectionEvent.NoCode
        && DisconnectRecord.Seconds(facts.Record.AttemptAt - facts.Record.Time) <= SoonSeconds
            ? facts.Record.RefusalCode
            : null;
}
