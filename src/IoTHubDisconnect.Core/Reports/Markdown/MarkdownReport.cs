namespace IoTHubDisconnect.Reports;

/// <summary>A report as Markdown, for tickets and chat: short, the story first.</summary>
internal static class MarkdownReport
{
    private const int MostProblems = 10;

    public static string Of(ReportContent content, ReportLanguage language, DateTimeOffset made) =>
        MarkdownText
            .Of(
                $"""
                # {Story.Headline(content, language)}

                {content.Title}, {Period.Of(content, language)}

                {MarkdownText.Each(Story.Lines(content, language), line => MarkdownText.Of($"{line.Text} "))}

                {Section(
                    content.DeviceCount > 0,
                    "away",
                    language,
                    () => MarkdownDevices.Gone(content, language)
                )}{Section(
                    content.Count > 0,
                    "areas",
                    language,
                    () => MarkdownTables.Areas(content, language)
                )}{Section(
                    content.AttentionCount > 0,
                    "attention",
                    language,
                    () => MarkdownDevices.Attention(content, language)
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
    ) => condition ? MarkdownText.Of($"## {language[name]}\n\n{body()}\n") : MarkdownText.None;

    private static MarkdownText ToDo(ReportContent content, ReportLanguage language) =>
        MarkdownText.Each(
            content.Causes.Where(c => !IsExpected(c)),
            cause =>
            {
                var solution = language.Catalogue.Find(cause.MainCause);
                return MarkdownText.Of($"- **{cause.Name}**: {solution.Solution.Split('\n')[0]} {solution.HelpUri}\n");
            }
        );

    private static MarkdownText Incidents(ReportContent content, ReportLanguage language)
    {
        var foremost = HubIncident.Foremost(content.Incidents);
        var rest = content.Incidents.Count - foremost.Length;
        return MarkdownText.Of(
            $"{MarkdownText.Each(foremost, i => Incident(i, language))}"
                + $"{(rest > 0 ? MarkdownText.Of($"\n{language.Count("incidents.more", rest)}\n") : MarkdownText.None)}"
        );
    }

    private static MarkdownText Incident(HubIncident incident, ReportLanguage language)
    {
        string?[] parts =
        [
            incident.Cause is { } cause ? $"{cause}, {IncidentText.Toll(incident, language)}" : null,
            incident.Word,
        ];
        return MarkdownText.Of(
            $"- {IncidentText.When(incident, language)}: "
                + $"{string.Join(", ", parts.Where(p => p is not null))} {IncidentText.State(incident, language)}\n"
        );
    }

    private static MarkdownText Unknown(ReportContent content, ReportLanguage language) =>
        MarkdownText.Of(
            $"""
            {MarkdownText.Each(
                Unknowns.Of(content, language),
                text => MarkdownText.Of($"- {text}\n")
            )}{MarkdownText.Each(
                ReadProblems.Of(content, language).Take(MostProblems),
                p => MarkdownText.Of($"- {p}\n")
            )}
            """
        );

    private static bool IsExpected(DisconnectSummary cause) => ExpectedCauses.Include(cause.MainCause);
}
