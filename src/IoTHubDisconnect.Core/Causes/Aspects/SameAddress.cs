using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether other devices behind the same address dropped with it and came back with it.</summary>
internal sealed class SameAddress() : Aspect(typeof(Sign), Situation.Cut, Situation.Takeover)
{
    private enum Sign
    {
        None,
        One,
        OneAndBack,
        Few,
        FewAndBack,
        Many,
        ManyAndBack,
    }

    [MethodImpl(HotPath.Optimized)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Device.SiteOf(facts.Record) < 0)
            return Unseen;
        var (drops, returns) = facts.AtSite;
        var sign = drops switch
        {
            0 => Sign.None,
            1 => Sign.One,
            < 4 => Sign.Few,
            _ => Sign.Many,
        };
        return (int)sign + (sign != Sign.None && returns > 0 ? 1 : 0);
    }

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var (drops, returns) = facts.AtSite;
        return new(
            $"Same address",
            drops == 0
                ? $"no other device dropped"
                : Say(
                    $"{drops:N0} other device{Counted.S(drops)} dropped within {SiteMinute.Reach} minutes, {returns} "
                        + $"came back in the same minute"
                ),
            $"none"
        );
    }

    /// <summary>Enough of the site went at once to call it the site's outage.</summary>
    public static bool IsSiteWide(in DisconnectFacts facts)
    {
        var (drops, returns) = facts.AtSite;
        return drops >= 2 && returns >= 1 || drops >= 4;
    }

    /// <summary>What the facts keep as <see cref="DisconnectFacts.AtSite"/>.</summary>
    [MethodImpl(HotPath.Optimized)]
    public static SiteMinute Seen(in DisconnectFacts facts)
    {
        var site = facts.Device.SiteOf(facts.Record);
        if (site < 0)
            return default;
        var seen = facts.Hub.Minutes.AtSite(site, facts.Record.Time, facts.Record.AttemptAt);
        var own = Own(facts, site);
        return new SiteMinute(Math.Max(0, seen.Drops - own.Drops), Math.Max(0, seen.Returns - own.Returns));
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
