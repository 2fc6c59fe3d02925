namespace IoTHubDisconnect.Reports;

/// <summary>
/// What a report says first: who is away, whose side the trouble is on, what to do, and what the rest is.
/// </summary>
internal static class Story
{
    public static string Headline(ReportContent content, ReportLanguage language) =>
        content switch
        {
            { DeviceCount: 0 } => language["story.silent"],
            { AwayCount: > 0, DeviceCount: 1, IsOfPast: true } => language["story.away.then.only"],
            { AwayCount: > 0, DeviceCount: 1 } => language["story.away.only"],
            { AwayCount: > 0 } => AwayNow(content, language),
            { Count: 0, AttentionCount: 0, Devices.MayReturnCount: > 0 and var gone } => language.Count(
                "story.quiet.gone",
                gone
            ),
            { Count: 0, AttentionCount: 0 } => language["story.quiet"],
            { AttentionCount: 0, DeviceCount: 1 } => language["story.only"],
            { AttentionCount: 0 } => language.Format("story.none", content.DeviceCount),
            { DeviceCount: 1 } => language["story.alone"],
            _ => language.Count("story", content.AttentionCount, content.DeviceCount),
        };

    /// <summary>The sentences after it.</summary>
    public static IEnumerable<StoryLine> Lines(ReportContent content, ReportLanguage language)
    {
        if (content.Devices.Holder is { } holder)
            yield return new(Held(holder, content, language), IsLead: true);
        if (content.Devices.Longest is { } longest && !longest.HoldsMostOf(content.AwayCount))
        {
            var since = Away.Since(longest);
            var time = Away.For(longest.First.Absence!, language);
            yield return new(language.Format("story.longest", Away.Name(longest, language), since, time), IsLead: true);
        }
        if (content.AwayBefore.ToArray() is [{ Before: { } before } first, ..] all)
        {
            var back = ReportLanguage.Time(new DateTimeOffset(before.Until, TimeSpan.Zero));
            var time = language.Duration(before.Time);
            yield return new(language.Count("story.before", all.Length, first.Name, back, time), IsLead: true);
        }
        if (content.UnexpectedCount > 0)
        {
            var areas = content.Areas.Where(a => a.Area != TroubleArea.Expected);
            var parts = string.Join(", ", areas.Select(a => language.Count($"story.area.{a.Name}", a.Count)));
            yield return new(language.Count("story.areas", content.UnexpectedCount, parts));
        }
        if (content.MainTrouble is { Cause: { } cause } trouble)
        {
            var summary = language.Catalogue.Find(cause).Summary;
            var lost = language.Downtime(trouble.TotalDowntime, trouble.OpenDowntime);
            yield return new(language.Format("story.trouble", $"{cause}", lost, summary));
        }
        if (content.Devices.Foremost is { } foremost)
            yield return new(First(foremost, language), IsLead: true);
        if (content.Outages.SiteCount > 0)
            yield return new(language.Count("story.sites", content.Outages.SiteCount));
        if (content.Incidents.Count > 0)
            yield return new(Incidents(content.Incidents, language));
        if (content.ExpectedCount > 0 || content.Count > 1)
            yield return new(Normal(content, language));
        if (content.LostRows.Silences().Any())
            yield return new(language["story.gaps"]);
    }

    /// <summary>The first step for a device.</summary>
    public static string Advice(DeviceFigures device, ReportLanguage language) =>
        device.AdviceIn(language.Catalogue).Solution.Split('\n')[0];

    private static string AwayNow(ReportContent content, ReportLanguage language)
    {
        var away = language.Count(
            content.IsOfPast ? "story.away.then" : "story.away",
            content.AwayCount,
            content.DeviceCount
        );
        var more = content.AttentionCount - content.AwayCount;
        return more > 0 ? $"{away} {language.Count("story.more", more)}" : away;
    }

    /// <summary>For whom, and about what: it need not be what cost most time, which may be over.</summary>
    private static string First(OutageGroup foremost, ReportLanguage language) =>
        language.Format(
            "story.first",
            Away.Name(foremost, language),
            Away.Cause(foremost.Outage, foremost.Confidence, language),
            Actor.Of(foremost.First.AdviceIn(language.Catalogue), language),
            Advice(foremost.First, language)
        );

    /// <summary>The incident of the hub that holds most who are away, and who ends it.</summary>
    private static string Held(OutageGroup holder, ReportContent content, ReportLanguage language) =>
        language.Format(
            "story.held",
            holder.Devices.Count,
            content.AwayCount,
            HubText.InSentence(holder.Outage.HubName, language),
            Away.Since(holder.First.Absence!),
            $"{holder.Outage.Cause}",
            Actor.Of(holder.Outage.Cause, language)
        );

    private static string Incidents(IReadOnlyList<HubIncident> incidents, ReportLanguage language)
    {
        var on = incidents.Count(i => !i.IsOver);
        return on == 0
            ? language.Count("story.incidents", incidents.Count)
            : language.Count("story.incidents.on", incidents.Count, on);
    }

    private static string Normal(ReportContent content, ReportLanguage language)
    {
        var tokens = content.Causes.Where(c => SavingsTally.Concerns(c.MainCause)).Sum(c => c.ExpectedCount);
        var share = language.Percent((double)content.ExpectedCount / content.Count);
        var key = tokens > 0 ? "story.tokens" : "story.expected";
        return language.Count(key, content.Count, content.ExpectedCount, share, tokens);
    }
}
