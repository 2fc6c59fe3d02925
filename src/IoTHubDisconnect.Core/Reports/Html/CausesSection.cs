namespace IoTHubDisconnect.Reports;

/// <summary>The causes with their figures, and what the documentation says to do about each.</summary>
internal static class CausesSection
{
    public static Html Of(ReportContent content, ReportLanguage language)
    {
        if (content.Count == 0)
            return Html.None;
        return Html.Of(
            $"""
            <div class="card">{Table(content, language)}</div>
            <div class="sub"><h3>{language["todo"]}</h3><p class="about">{language["todo.about"]}</p></div>
            <div class="card">{Html.Each(
                content.Causes.OrderBy(c => ExpectedCauses.Include(c.MainCause)),
                c => ToDo(c, language)
            )}</div>
            """
        );
    }

    /// <summary>Yes, no, or how many of its disconnects were expected.</summary>
    public static string ExpectationOf(DisconnectSummary cause, ReportLanguage language) =>
        cause.IsExpected switch
        {
            true => language["expected.yes"],
            false => language["expected.no"],
            _ => language.Percent((double)cause.ExpectedCount / cause.Count),
        };

    private static Html Table(ReportContent content, ReportLanguage language) =>
        Cells.Table(
            language["causes"],
            "causes-table",
            [
                new(language["cause"]),
                new(language["count"], IsNumber: true),
                new(language["share"], IsNumber: true, HasBar: true),
                new(language["devices.column"], IsNumber: true),
                new(language["downtime.total"], IsNumber: true),
                new(language["downtime.median"], IsNumber: true),
                new(language["expected"]),
            ],
            content.Causes.Select(c => Row(c, language))
        );

    private static Cells.Row Row(DisconnectSummary cause, ReportLanguage language) =>
        new(
            Html.Of($" data-name=\"{cause.Name}\""),
            Html.Of(
                $"<a href=\"#cause-{cause.Name}\">{cause.Name}</a>"
                    + $"{Cells.Small(language.Catalogue.Find(cause.MainCause).Summary)}"
            ),
            [
                Cells.Number(cause.Count, language),
                Cells.Share(cause.Share, language),
                Cells.Number(cause.DeviceCount, language),
                Cells.Downtime(cause.TotalDowntime, cause.OpenDowntime, language),
                Cells.Duration(cause.MedianDowntime, language),
                Cells.Text(ExpectationOf(cause, language)),
            ]
        );

    private static Html ToDo(DisconnectSummary cause, ReportLanguage language)
    {
        var solution = language.Catalogue.Find(cause.MainCause);
        var steps = solution.Solution.Split('\n');
        return Html.Of(
            $"""
            <article class="todo" id="cause-{cause.Name}"><h4>{cause.Name}</h4>
            <p>{steps[0]}</p>
            <details><summary>{language.Format("todo.more", cause.Name)}</summary><p>{solution.Meaning}</p>
            <ol class="steps">{Html.Each(steps, step => Html.Of($"<li>{step}</li>"))}</ol></details>
            <p class="read"><a href="{solution.HelpUri}" rel="noreferrer">{language[
                "todo.read"
            ]}: {cause.Name}</a></p></article>

            """
        );
    }
}
