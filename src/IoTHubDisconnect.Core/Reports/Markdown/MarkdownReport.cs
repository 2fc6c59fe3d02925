namespace IoTHubDisconnect.Reports;

/// <summary>A report as Markdown, for tickets and chat: short, the story first.</summary>
internal static class MarkdownReport
{
    private const int MostIncidents = 10;

    public static string Of(ReportContent content, ReportLanguage language, DateTimeOffset made) =>
        MarkdownText
            .Of(
                $"""
                # {Story.Headline(content, language)}

                {content.Title}, {Period(content, language)}

                {MarkdownText.Each(Story.Lines(content, language), line => MarkdownText.Of($"{line} "))}

                {Section(
                    content.Attention.Count > 0,
                    "attention",
                    language,
                    () => MarkdownTables.Devices(content, language)
                )}{Section(
                    content.Count > 0,
                    "causes",
                    language,
                    () => MarkdownTables.Causes(content, language)
                )}{Section(
                    content.Causes.Any(c => !IsExpected(c)),
                    "todo",
                    language,
                    () => ToDo(content, language)
                )}{Section(
                    content.Incidents.Count > 0,
                    "incidents",
                    language,
                    () => Incidents(content, language)
                )}{Section(
                    content.Savings.Count > 0,
                    "savings",
                    language,
                    () => MarkdownTables.Savings(content, language)
                )}{Section(
                    content.Sites.Count > 0,
                    "sites",
                    language,
                    () => MarkdownTables.Sites(content, language)
                )}{Section(
                    content.Sdks.Count > 0,
                    "sdks",
                    language,
                    () => MarkdownTables.Sdks(content, language)
                )}{Section(true, "unknown", language, () => Unknown(content, language))}
                {language.Format("made", ReportLanguage.Time(made), HtmlReport.ModuleVersion)}

                """
            )
            .Markup.ReplaceLineEndings("\n");

    private static MarkdownText Section(
        bool condition,
        string name,
        ReportLanguage language,
        Func<MarkdownText> body
    ) => condition ? MarkdownText.Of($"## {language[name]}\n\n{body()}\n") : new MarkdownText("");

    private static string Period(ReportContent content, ReportLanguage language) =>
        content is { Start: { } start, End: { } end }
            ? language.Format("period", ReportLanguage.Time(start), ReportLanguage.Time(end))
            : language["period.none"];

    private static MarkdownText ToDo(ReportContent content, ReportLanguage language) =>
        MarkdownText.Each(
            content.Causes.Where(c => !IsExpected(c)),
            cause =>
            {
                var solution = language.Catalogue.Find(cause.MainCause);
                return MarkdownText.Of($"- **{cause.Name}**: {solution.Solution.Split('\n')[0]} {solution.HelpUri}\n");
            }
        );

    private static MarkdownText Incidents(ReportContent content, ReportLanguage language) =>
        MarkdownText.Each(
            content.Incidents.Take(MostIncidents),
            i =>
            {
                var (start, end) = (ReportLanguage.Time(i.Start), ReportLanguage.Until(i.Start, i.End));
                var count = i.Count > 0 ? language.Count("incident.count", i.Count) : "";
                return MarkdownText.Of(
                    $"- {language.Format("incident", start, end, i.HubName)}: {i.Cause?.ToString() ?? ""} "
                        + $"{count} {i.Word ?? ""}\n"
                );
            }
        );

    private static MarkdownText Unknown(ReportContent content, ReportLanguage language) =>
        MarkdownText.Of(
            $"""
            {MarkdownText.Each(
                Unknowns.Of(content, language),
                text => MarkdownText.Of($"- {text}\n")
            )}{MarkdownText.Each(content.Source.Problems.Take(MostIncidents), p => MarkdownText.Of($"- {p.Message}\n"))}
            """
        );

    private static bool IsExpected(DisconnectSummary cause) => ExpectedCauses.Include(cause.MainCause);
}
