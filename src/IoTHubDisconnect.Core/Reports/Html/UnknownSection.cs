namespace IoTHubDisconnect.Reports;

/// <summary>What the report could not know.</summary>
internal static class UnknownSection
{
    private const int MostProblems = 12;

    public static Html Of(ReportContent content, ReportLanguage language) =>
        Html.Of(
            $"""
            <ul class="unknown">{Html.Each(
                Unknowns.Of(content, language),
                text => Html.Of($"<li>{text}</li>")
            )}{Problems(ReadProblems.Of(content, language), language)}</ul>
            """
        );

    private static Html Problems(string[] problems, ReportLanguage language) =>
        Html.If(
            problems.Length > 0,
            () =>
                Html.Of(
                    $"""
                    <li>{language.Count("unknown.problems", problems.Length)}<ul lang="en">{Html.Each(
                        problems.Take(MostProblems),
                        p => Html.Of($"<li>{p}</li>")
                    )}{Html.If(
                        problems.Length > MostProblems,
                        () => More(problems.Length - MostProblems, language)
                    )}</ul></li>
                    """
                )
        );

    private static Html More(int problems, ReportLanguage language) =>
        Html.Of($"<li lang=\"{language.Name}\">{language.Format("unknown.problems.more", problems)}</li>");
}
