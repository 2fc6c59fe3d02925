using System.Runtime.CompilerServices;
using IoTHubDisconnect.Catalogue;
using IoTHubDisconnect.Profiles;

namespace IoTHubDisconnect.Causes.Rules;

/// <summary>Devices behind one address that drop within keep-alive's reach of each other, and come back together, lost their common network.</summary>
internal sealed class SiteRule : CauseRule
{
    [MethodImpl(HotPath.Optimized)]
    public override bool Weigh(in DisconnectFacts facts, CauseWeights weights)
    {
        var (drops, returns) = Seen(facts);
        if (drops == 0) return false;
        var gain = returns switch { 0 => 0, 1 => 1.2, 2 => 2.2, _ => 3.2 } + drops switch { 1 => 0.1, 2 => 0.5, _ => 1.0 };
        weights.Add(CauseName.NetworkLost, gain);
        return true;
    }

    public override DisconnectEvidence Describe(in DisconnectFacts facts, double weight)
    {
        var (drops, returns) = Seen(facts);
        return new("Same address", $"{drops} other devices dropped within {SiteMinute.Reach} minutes, {returns} came back in the same minute", "none", weight);
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
        if (!facts.IsClosed || !(facts.IsCutOff || facts.Group == ErrorGroup.Takeover)) return default;
        var site = facts.Device.SiteOf(facts.Record);
        if (site < 0) return default;
        var seen = facts.Hub.Minutes.AtSite(site, facts.Record.Time, facts.Record.AttemptAt);
        var self = facts.Record.IsOffPattern ? 1 : 0;
        return (Math.Max(0, seen.Drops - self), Math.Max(0, seen.Returns - self));
    }
}
