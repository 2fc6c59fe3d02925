namespace IoTHubDisconnect.Reports;

/// <summary>The chart over time with its legend, the incidents that it marks, and its table.</summary>
internal static class TimelineSection
{
    public static Html Of(ReportContent content, ReportLanguage language) =>
        content.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <p class="about">{language["timeline.about"]}</p>
                <figure class="card">
                {TimelineChart.Of(content, language)}
                <ul class="legend">{Html.Each(
                    content.Causes.OrderBy(c => ExpectedCauses.Include(c.MainCause)),
                    c => Html.Of($"<li>{Shapes.Swatch(c.MainCause)}{c.Name} {language.Number(c.Count)}</li>")
                )}</ul>
                <p class="note">{language[content.IsConnectedOfMetric ? "timeline.metric" : "timeline.average"]}</p>
                <details class="plain"><summary>{language["timeline.table"]}</summary>{Table(
                    content,
                    language
                )}</details>
                </figure>
                <div class="sub"><h3>{language["incidents"]}</h3>
                {(
                    content.Incidents.Count == 0
                        ? Html.Of($"<p class=\"about\">{language["incidents.none"]}</p>")
                        : Html.Of(
                            $"<ol class=\"incidents\">{Html.Each(content.Incidents, i => Incident(i, language))}</ol>"
                        )
                )}
                </div>
                """
            );

    private static Html Incident(HubIncident incident, ReportLanguage language) =>
        Html.Of(
            $"""
        <li>{language.Format("incident", ReportLanguage.Time(incident.Start), ReportLanguage.Until(incident.Start, incident.End), PlainText.Of(incident.HubName))}: {Html.If(incident.Cause is not null, () => Html.Of(
            $"<strong>{incident.Cause!.Value.ToString()}</strong>, {language.Count("incident.count", incident.Count)}"))}{Html.If(incident.Word is not null, () => Html.Of(
            $"<span class=\"small\" lang=\"en\">{language["incident.azure"]}: {incident.Word!}</span>"))}</li>
        """
        );

    private static Html Table(ReportContent content, ReportLanguage language)
    {
        var causes = content.Causes.Select(c => c.MainCause).ToArray();
        return Cells.Table(
            language["timeline"],
            "timeline-table",
            Html.Of(
                $"""
            {Cells.Heads([new(language["timeline.from"]), new(language["timeline.connected"], IsNumber: true), .. causes.Select(c => new Cells.Head(c.ToString(), IsNumber: true))])}
            <tbody>{Html.Each(Enumerable.Range(0, content.Timeline.Count), i => Html.Of($"""
            <tr><th scope="row">{Cells.Moment(content.Scale!.TimeOf(i))}</th><td class="n">{language.Number(content.Connected[i], "0.0")}</td>{Html.Each(causes, c => Cells.Number(content.Timeline[i][CauseTimeline.NumberOf(c, false)] + content.Timeline[i][CauseTimeline.NumberOf(c, true)], language))}</tr>
            """))}</tbody>
            """
            )
        );
    }
}
