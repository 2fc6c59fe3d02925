namespace IoTHubDisconnect.Reports;

/// <summary>The head of the page: what it is about, what to know first, and the figures behind that.</summary>
internal static class StorySection
{
    public static Html Header(ReportContent content, ReportLanguage language) =>
        Html.Of(
            $"""
            <header>
            <h1>{content.Title}</h1>
            <p class="period">{Period.Of(content, language)}</p>
            <p class="headline">{Story.Headline(content, language)}</p>
            <p class="story">{Html.Each(
                Story.Lines(content, language),
                line => Html.Of($"<span{Html.If(line.IsLead, () => new Html(" class=\"lead\""))}>{line.Text}</span> ")
            )}</p>
            {Html.If(content.DeviceCount > 0, () => Figures(content, language))}
            </header>
            """
        );

    private static Html Figures(ReportContent content, ReportLanguage language) =>
        Html.Of(
            $"""
            <dl class="figures">
            <div class="{(content.AwayCount > 0 ? "alert" : "good")}"><dt>{language[
                "figure.away"
            ]}</dt><dd id="away-count" data-v="{content.AwayCount}">{language.Number(
                content.AwayCount
            )} <small>{language.Format("figure.of", content.DeviceCount)}</small></dd></div>
            <div><dt>{language[
                "figure.attention"
            ]}</dt><dd id="attention-count" data-v="{content.AttentionCount}">{language.Number(
                content.AttentionCount
            )} <small id="disconnected" data-v="{content.DisconnectedCount}">{language.Format(
                "figure.disconnected",
                content.DisconnectedCount
            )}</small></dd></div>
            <div><dt>{language[
                "figure.unexpected"
            ]}</dt><dd id="unexpected" data-v="{content.UnexpectedCount}">{language.Number(
                content.UnexpectedCount
            )} <small id="count" data-v="{content.Count}">{language.Format(
                "figure.of",
                content.Count
            )}</small></dd></div>
            <div><dt>{language["figure.downtime"]}</dt><dd id="downtime" data-v="{content.Lost.Ticks
                + content.Open.GetValueOrDefault().Ticks}">{language.Downtime(
                content.Lost == default ? null : content.Lost,
                content.Open
            )} <small>{language["figure.together"]}</small></dd></div>
            </dl>
            """
        );
}
