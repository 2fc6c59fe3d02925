namespace IoTHubDisconnect.Reports;

/// <summary>What a report says first: who needs somebody, and what the rest is.</summary>
internal static class Story
{
    public static string Headline(ReportContent content, ReportLanguage language) =>
        content switch
        {
            { DeviceCount: 0 } => language["story.silent"],
            { Count: 0 } => language["story.quiet"],
            { AttentionCount: 0, DeviceCount: 1 } => language["story.only"],
            { AttentionCount: 0 } => language.Format("story.none", content.DeviceCount),
            { DeviceCount: 1 } => language["story.alone"],
            _ => language.Count("story", content.AttentionCount, content.DeviceCount),
        };

    /// <summary>The sentences after it.</summary>
    public static IEnumerable<string> Lines(ReportContent content, ReportLanguage language)
    {
        if (content.Count == 0)
            yield break;
        var tokens = content.Causes.Where(c => SavingsTally.Concerns(c.MainCause)).Sum(c => c.ExpectedCount);
        var share = language.Percent((double)content.ExpectedCount / content.Count);
        var normal = tokens > 0 ? "story.tokens" : "story.expected";
        yield return language.Format(normal, content.ExpectedCount, content.Count, share, tokens);
        if (content.Causes.Where(c => Unexpected(c) > 0).MaxBy(Unexpected) is { } trouble)
        {
            var summary = language.Catalogue.Find(trouble.MainCause).Summary;
            yield return language.Format(
                "story.trouble",
                content.Count - content.ExpectedCount,
                trouble.Name,
                Unexpected(trouble),
                summary
            );
        }
        if (content.Outages.SiteCount > 0)
            yield return language.Count("story.sites", content.Outages.SiteCount);
        if (content.Incidents.Count > 0)
            yield return language.Count("story.incidents", content.Incidents.Count);
        if (content.LostRows.Silences().Any())
            yield return language["story.gaps"];
    }

    private static long Unexpected(DisconnectSummary cause) => cause.Count - cause.ExpectedCount;
}
