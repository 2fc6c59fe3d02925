namespace IoTHubDisconnect.Reports;

/// <summary>Puts into words what the log, and Azure, did not tell.</summary>
internal static class Unknowns
{
    private const int MostSilences = 5;

    public static IEnumerable<string> Of(ReportContent content, ReportLanguage language)
    {
        string[] found = [.. Find(content, language)];
        return found.Length == 0 && content.Source.Problems.Count == 0
            ? [language["unknown.nothing"], .. Always(content, language)]
            : [.. found, .. Always(content, language)];
    }

    private static IEnumerable<string> Find(ReportContent content, ReportLanguage language)
    {
        if (content.Source.RowCount == 0)
            yield return language["unknown.empty"];
        else if (content.Source.RowCount is { } rows && content.Activities.Count == 0)
            yield return language.Format("unknown.asked", rows);
        var silences = content.LostRows.Silences().ToArray();
        foreach (var (start, end) in silences.Take(MostSilences))
            yield return language.Format("unknown.silence", ReportLanguage.Time(start), ReportLanguage.Time(end));
        if (silences.Length > MostSilences)
            yield return language.Format("unknown.silences", silences.Length - MostSilences);
        if (content.LostRows.Connects is > 0 and var connects)
            yield return language.Count("unknown.connects", connects);
        if (content.LostRows.Ends is > 0 and var ends)
            yield return language.Count("unknown.ends", ends);
        if (CountOf(content.Causes, nameof(CauseName.Unknown)) is > 0 and var unknown)
            yield return language.Count("unknown.cause", unknown);
        if (CountOf(content.Sdks, SummaryKey.NotLogged) is > 0 and var nameless)
            yield return language.Count("unknown.sdk", nameless);
        if (CountOf(content.Sites, SummaryKey.NotLogged) is > 0 and var placeless)
            yield return language.Count("unknown.site", placeless);
        if (content.Activities is [{ LogQuality: { } quality }, ..])
        {
            foreach (var text in OfLog(quality, language))
                yield return text;
        }

        foreach (var text in OfAzure(content, language))
            yield return text;
    }

    /// <summary>What this log does not tell that others do.</summary>
    private static IEnumerable<string> OfLog(DisconnectLogQuality quality, ReportLanguage language)
    {
        if (quality.UntoldCount > 0)
            yield return language.Count("unknown.errors", quality.UntoldCount);
        if (quality.LacksCodes)
            yield return language.Format("unknown.codes", quality.UncodedCount);
        if (quality.LacksConnects)
            yield return language["unknown.begins"];
        if (quality.LacksClosings)
            yield return language["unknown.closings"];
        if (quality.HasGaps)
            yield return language.Format("unknown.gaps", language.Percent(quality.PairedShare ?? 0));
        if (quality.CutFileCount > 0)
            yield return language.Count("unknown.cut", quality.CutFileCount);
        if (quality.CoarseFileCount > 0)
            yield return language.Count("unknown.seconds", quality.CoarseFileCount);
        if (quality.OtherOperationCount > 0)
            yield return language.Count(
                "unknown.operations",
                quality.OtherOperationCount,
                PlainText.Of(quality.OtherOperations)
            );
        if (quality.IsOfOneDevice)
            yield return language["unknown.neighbours"];
        if (quality.IsShort)
            yield return language.Format("unknown.short", language.Duration(quality.Duration));
    }

    /// <summary>What no log of connections tells.</summary>
    private static IEnumerable<string> Always(ReportContent content, ReportLanguage language)
    {
        if (content.Source.IsPiped)
            yield return language["unknown.piped"];
        if (content.Source.DeviceCount - content.DisconnectedCount - content.AwayOnlyCount is > 0 and var steady)
            yield return language.Count("unknown.steady", steady);
        if (!content.Source.IsPiped)
            yield return language["unknown.rowless"];
    }

    private static IEnumerable<string> OfAzure(ReportContent content, ReportLanguage language)
    {
        if (content.Activities.Any(h => h.HubName.Length == 0))
            yield return language["unknown.unnamed"];
        foreach (
            var hubs in content
                .Activities.Where(h => h.HubName.Length > 0)
                .GroupBy(h =>
                    (
                        Asked: h.Condition is not null,
                        Metric: h.Condition?.Dips is not null,
                        Health: h.Condition?.Health is not null
                    )
                )
        )
        {
            var names = PlainText.Of(
                string.Join(", ", hubs.Select(h => h.HubName).Distinct(StringComparer.OrdinalIgnoreCase))
            );
            if (!hubs.Key.Asked)
                yield return language.Format("unknown.azure", names);
            else if (!hubs.Key.Metric)
                yield return language.Format("unknown.metric", names);
            if (hubs.Key is { Asked: true, Health: false })
                yield return language.Format("unknown.health", names);
        }
    }

    private static long CountOf(IEnumerable<DisconnectSummary> groups, string name) =>
        groups.Where(g => g.Name == name).Sum(g => g.Count);
}
