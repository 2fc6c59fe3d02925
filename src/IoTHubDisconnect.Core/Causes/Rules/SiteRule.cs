using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>Devices behind one address that drop within keep-alive's reach of each other, and come back together, lost their common network.</summary>
internal sealed class SiteRule : CauseRule
{
    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        var (drops, returns) = Seen(facts);
        if (drops == 0)
            return false;
        var gain =
            returns switch
            {
                0 => 0,
                1 => 1.2,
                2 => 2.2,
                _ => 3.2,
            }
            + drops switch
            {
                1 => 0.1,
                2 => 0.5,
                _ => 1.0,
            };
        weights.Add(CauseName.NetworkLost, gain);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var (drops, returns) = Seen(facts);
        return new(
            "Same address",
            $"{drops} other devices dropped within {SiteMinute.Reach} minutes, {returns} came back in the same minute",
            "none",
            weight
        );
    }

    /// <summary>Enough of the site went at once to call it the site's outage.</summary>
    public static bool IsSiteWide(in DisconnectFacts facts)
    {
        var (drops, returns) = Seen(facts);
        return drops >= 2 && returns >= 1 || drops >= 4;
    }

    [MethodImpl(HotPath.Optimized)]
    private static (int Drops, int Returns) Seen(in DisconnectFacts facts)
    {
        if (!facts.IsClosed || !(facts.IsCutOff || facts.Group == ErrorGroup.Takeover))
            return default;
        var site = facts.Device.SiteOf(facts.Record);
        if (site < 0)
            return default;
        var seen = facts.Hub.Minutes.AtSite(site, facts.Record.Time, facts.Record.AttemptAt);
        var own = Own(facts, site);
        return (Math.Max(0, seen.Drops - own.Drops), Math.Max(0, seen.Returns - own.Returns));
    }

    /// <summary>What of it is this device's own: a site is more than one device.</summary>
    [MethodImpl(HotPath.Optimized)]
    private static (int Drops, int Returns) Own(in DisconnectFacts facts, int site)
    {
        var records = facts.Device.Records;
        var (minute, back) = (HubMinutes.MinuteOf(facts.Record.Time), HubMinutes.MinuteOf(facts.Record.AttemptAt));
        var (first, drops, returns) = (facts.Index, 0, 0);
        while (first > 0 && HubMinutes.MinuteOf(records[first - 1].Time) >= minute - SiteMinute.Reach)
            first--;
        for (
            var i = first;
            i < records.Length && HubMinutes.MinuteOf(records[i].Time) <= minute + SiteMinute.Reach;
            i++
        )
        {
            if (!records[i].IsOffPattern || facts.Device.SiteOf(records[i]) != site)
                continue;
            if (records[i].IsNewDrop)
                drops++;
            if (records[i].AttemptAt != 0 && Math.Abs(HubMinutes.MinuteOf(records[i].AttemptAt) - back) <= 1)
                returns++;
        }
        return (drops, returns);
    }
}
