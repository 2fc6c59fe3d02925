namespace IoTHubDisconnect.Reports;

/// <summary>The head of the page: what it is about, what to know first, and the figures behind that.</summary>
internal static class StorySection
{
    public static Html Header(ReportContent content, ReportLanguage language) =>
        Html.Of(
            $"""
            <header>
            <h1>{content.Title}</h1>
            <p class="period">{Period(content, language)}</p>
            <p class="headline">{Story.Headline(content, language)}</p>
            <p class="story">{Html.Each(Story.Lines(content, language), line => Html.Of($"<span>{line}</span> "))}</p>
            {Html.If(content.Count > 0, () => Figures(content, language))}
            </header>
            """
        );

    private static Html Period(ReportContent content, ReportLanguage language) =>
        content is { Start: { } start, End: { } end }
            ? new Html(language.Format("period", Cells.Moment(start).Markup, Cells.Moment(end).Markup))
            : Html.Of($"{language["period.none"]}");

    private static Html Figures(ReportContent content, ReportLanguage language)
    {
        var unexpected = content.Count - content.ExpectedCount;
        return Html.Of(
            $"""
            <dl class="figures">
            <div><dt>{language["figure.disconnects"]}</dt><dd id="count" data-v="{content.Count}">{language.Number(
                content.Count
            )}</dd></div>
            <div><dt>{language["figure.unexpected"]}</dt><dd id="unexpected" data-v="{unexpected}">{language.Number(
                unexpected
            )} <small>{language.Percent((double)unexpected / content.Count)}</small></dd></div>
            <div><dt>{language[
                "figure.devices"
            ]}</dt><dd id="disconnected" data-v="{content.DisconnectedCount}">{language.Number(
                content.DisconnectedCount
            )} <small>{language.Format("figure.devices.of", content.DeviceCount)}</small></dd></div>
            <div><dt>{language["figure.downtime"]}</dt><dd>{language.Duration(
                content.Lost == default ? null : content.Lost
            )}</dd></div>
            </dl>
            """
        );
    }
}
