using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Profiles;
using IoTHubDisconnect.Knowledge;
using static IoTHubDisconnect.Causes.Phrase;

namespace IoTHubDisconnect.Causes.Aspects;

/// <summary>Whether other devices behind the same address dropped with it and came back with it.</summary>
internal sealed class SameAddress() : Aspect(typeof(Sign), Situation.Cut, Situation.Takeover)
{
    /// <summary>Nats. Neighbours that drop as often at other times say nothing.</summary>
    private const double Worth = 2;

    private const int Several = 4;

    private enum Sign
    {
        None,
        One,
        OneAndBack,
        Few,
        FewAndBack,
        Many,
        ManyAndBack,
        AtOnce,
        AtOnceAndBack,
        AtOnceAndBackAsBefore,
        AtOnceAndBackOverAmqp,
        AtOnceAndSomeBackAtOnce,
        ManyInLoops,
    }

    [MethodImpl(HotPath.Causes)]
    public override int SignOf(in DisconnectFacts facts)
    {
        if (facts.Device.SiteOf(facts.Record) < 0 || facts.IsQuickByTheClock || WallClock.IsOnOwnSchedule(facts))
            return Unseen;
        if (IsByItsAge(facts))
            return Unseen;
        // What the hub itself says of it, it says of every address, and what it drops, it drops at each.
        if (facts.SaidBeside is not (null or ErrorGroup.Unauthorized) || HubDrops.IsOfManyPlaces(facts))
            return Unseen;
        var (drops, atOnce, returns) = facts.AtSite;
        var sign = drops switch
        {
            0 => Sign.None,
            1 => Sign.One,
            _ when atOnce >= 2 && atOnce * 2 >= drops => Sign.AtOnce,
            < Several => Sign.Few,
            _ => Sign.Many,
        };
        if (IsManyInLoops(facts))
            return (int)Sign.ManyInLoops;
        if (sign == Sign.AtOnce && IsAnyBackAtOnce(facts))
            return (int)Sign.AtOnceAndSomeBackAtOnce;
        if (sign == Sign.AtOnce && returns > 0 && IsAwayAsBefore(facts))
            return (int)Sign.AtOnceAndBackAsBefore;
        // They may share one connection, and so the hub's patience with it.
        if (sign == Sign.AtOnce && returns > 0 && facts.Context.IsAmqp)
            return (int)Sign.AtOnceAndBackOverAmqp;
        return (int)sign + (sign != Sign.None && returns > 0 ? 1 : 0);
    }

    /// <summary>
    /// Several sessions behind the address end within seconds, over and over: each is back at its client's pace, or at
    /// what starts it again.
    /// </summary>
    public static bool IsManyInLoops(in DisconnectFacts facts) =>
        facts.AtSite is { Drops: >= Several } site && facts.AgeSign.IsLoop();

    /// <summary>The way was there again, and what the devices run on had never stopped.</summary>
    private static bool IsAnyBackAtOnce(in DisconnectFacts facts)
    {
        const int soon = 2;
        return facts.Hub.Minutes.SiteReturns.Count(
                facts.Device.SiteOf(facts.Record),
                facts.Record.Time + soon * TimeSpan.TicksPerSecond,
                soon
            ) > 0;
    }

    /// <summary>What the devices hang on takes as long to start each time; a lost line does not.</summary>
    private static bool IsAwayAsBefore(in DisconnectFacts facts) =>
        facts.Record.ReturnGap is > TroubleHabits.QuickReturn and var gap && facts.Device.Habits.Returns.AreOften(gap);

    public override EvidenceText Describe(in DisconnectFacts facts)
    {
        var (drops, atOnce, returns) = facts.AtSite;
        return new(
            $"Same address",
            drops == 0 ? $"no more other devices dropped than usual"
                : atOnce >= 2
                    ? $"{drops:N0} other device{Counted.S(drops)} dropped within {SiteMoment.Reach} minutes, "
                        + $"{atOnce:N0} of them at once, and {returns:N0} came back in the same minute"
                : Say(
                    $"{drops:N0} other device{Counted.S(drops)} dropped within {SiteMoment.Reach} minutes, {returns} "
                        + $"came back in the same minute"
                ),
            $"{Usual(facts):0.0}"
        );
    }

    /// <summary>The site's connections were closed where their ways meet: no keep-alive ran out.</summary>
    public static bool IsClosedAtOnce(in DisconnectFacts facts)
    {
        var (drops, atOnce, returns) = facts.AtSite;
        return atOnce >= 2 && atOnce * 2 >= drops && returns > 0;
    }

    /// <summary>
    /// Sessions of the site that began together end together, though not at once, where each ends at its own age.
    /// </summary>
    private static bool IsByItsAge(in DisconnectFacts facts) =>
        facts.Situation == Situation.Cut && facts.AgeSign.IsOfAnotherClock() && !IsClosedAtOnce(facts);

    /// <summary>Enough of the site went at once to call it the site's outage.</summary>
    public static bool IsSiteWide(in DisconnectFacts facts)
    {
        if (IsByItsAge(facts))
            return false;
        var (drops, _, returns) = facts.AtSite;
        return drops >= 2 && returns >= 1 || drops >= Several;
    }

    /// <summary>
    /// What the facts keep as <see cref="DisconnectFacts.AtSite"/>: none where so many drop at any time.
    /// </summary>
    [MethodImpl(HotPath.Causes)]
    public static SiteMoment Seen(in DisconnectFacts facts)
    {
        var site = facts.Device.SiteOf(facts.Record);
        if (site < 0)
            return default;
        var minutes = facts.Hub.Minutes;
        var own = Own(facts, site);
        var all = DropsAt(facts, site);
        var drops = all - own.Drops;
        if (drops <= 0 || Surprise.Of(drops, facts.Hub.UsualDropsAt(site, all)) < Worth)
            return default;
        var atOnce = minutes.SiteDrops.Count(site, facts.Record.Time, SiteMoment.Together) - own.AtOnce;
        var returns =
            facts.Record.AttemptAt == 0
                ? 0
                : minutes.SiteReturns.Count(site, facts.Record.AttemptAt, SiteMoment.Return) - own.Returns;
        return new SiteMoment(drops, Math.Max(0, atOnce), Math.Max(0, returns));
    }

    private static int DropsAt(in DisconnectFacts facts, int site) =>
        facts.Hub.Minutes.SiteDrops.Count(site, facts.Record.Time, 60 * SiteMoment.Reach);

    private static double Usual(in DisconnectFacts facts)
    {
        var site = facts.Device.SiteOf(facts.Record);
        return facts.Hub.UsualDropsAt(site, DropsAt(facts, site));
    }

    /// <summary>What of it is this device's own: a site is more than one device.</summary>
    [MethodImpl(HotPath.Causes)]
    private static SiteMoment Own(in DisconnectFacts facts, int site)
    {
        const long reach = SiteMoment.Reach * TimeSpan.TicksPerMinute;
        var records = facts.Device.Records;
        var (time, back) = (facts.Record.Time, facts.Record.AttemptAt);
        var (first, drops, atOnce, returns) = (facts.Index, 0, 0, 0);
        while (first > 0 && records[first - 1].Time >= time - reach)
            first--;
        for (var i = first; i < records.Length && records[i].Time <= time + reach; i++)
        {
            if (!records[i].IsOffPattern || facts.Device.SiteOf(records[i]) != site)
                continue;
            if (records[i].IsNewDrop)
            {
                drops++;
                atOnce += IsWithin(records[i].Time - time, SiteMoment.Together) ? 1 : 0;
            }
            if (records[i].AttemptAt != 0 && IsWithin(records[i].AttemptAt - back, SiteMoment.Return))
                returns++;
        }
        return new SiteMoment(drops, atOnce, returns);
    }

    private static bool IsWithin(long ticks, int seconds) => Math.Abs(ticks) <= seconds * TimeSpan.TicksPerSecond;
}
