namespace IoTHubDisconnect.Reports;

/// <summary>The causes with their figures, and what the documentation says to do about each.</summary>
internal static class CausesSection
{
    public static Html Of(ReportContent content, ReportLanguage language)
    {
        if (content.Count == 0) return Html.None;
        var expected = content.Causes.Where(c => DisconnectCause.IsExpectedCause(c.MainCause)).ToArray();
        var trouble = content.Causes.Except(expected).ToArray();
        return Html.Of($"""
            <div class="card">{Table(content, language)}</div>
            <div class="sub"><h3>{language["todo"]}</h3><p class="about">{language["todo.about"]}</p></div>
            {Html.Each(trouble, c => ToDo(c, language))}
            {Html.If(expected.Length > 0, () => Html.Of($"""
            <details><summary>{language["todo.expected"]}</summary>{Html.Each(expected, c => ToDo(c, language))}</details>
            """))}
            """);
    }

    private static Html Table(ReportContent content, ReportLanguage language) => Cells.Table(language["causes"], "causes-table", Html.Of($"""
        {Cells.Heads((language["cause"], false), (language["count"], true), (language["share"], true), ("", false), (language["devices.column"], true),
            (language["downtime.total"], true), (language["downtime.median"], true), (language["expected"], false))}
        <tbody>{Html.Each(content.Causes, c => Row(c, language))}</tbody>
        """));

    private static Html Row(DisconnectSummary cause, ReportLanguage language) => Html.Of($"""
        <tr data-name="{cause.Name}"><th scope="row">{Shapes.Swatch(cause.MainCause)}<a href="#cause-{cause.Name}">{cause.Name}</a><span class="small">{language.Catalogue.Find(cause.MainCause).Summary}</span></th>{
        Cells.Number(cause.Count, language)}{Cells.Share(cause.Share, language)}{Cells.Number(cause.DeviceCount, language)}{Cells.Duration(cause.TotalDowntime, language)}{
        Cells.Duration(cause.MedianDowntime, language)}<td>{language[DisconnectCause.IsExpectedCause(cause.MainCause) ? "expected.yes" : "expected.no"]}</td></tr>

        """);

    private static Html ToDo(DisconnectSummary cause, ReportLanguage language)
    {
        var solution = language.Catalogue.Find(cause.MainCause);
        return Html.Of($"""
            <article class="card todo" id="cause-{cause.Name}"><h4 class="name">{Shapes.Swatch(cause.MainCause)}{cause.Name}</h4>
            <p>{solution.Meaning}</p>
            <ol class="steps">{Html.Each(solution.Solution.Split('\n'), step => Html.Of($"<li>{step}</li>"))}</ol>
            <p><a href="{solution.HelpUri}" rel="noreferrer">{language["todo.read"]}: {cause.Name}</a></p></article>

            """);
    }
}
