namespace IoTHubDisconnect.Reports;

/// <summary>The chart over time with its legend, the incidents that it marks, and its table.</summary>
internal static class TimelineSection
{
    private const int MostOthers = 200;

    public static Html Of(ReportContent content, ReportLanguage language) =>
        content.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <p class="about">{language["timeline.about"]}</p>
                <figure class="card">
                {TimelineChart.Of(content, language)}
                <ul class="legend">{Html.Each(
                    content.Areas,
                    a =>
                        Html.Of(
                            $"<li>{Shapes.Swatch(a.Area!.Value)}{language[$"area.{a.Name}"]} "
                                + $"{language.Number(a.Count)}</li>"
                        )
                )}</ul>
                <p class="note">{language[content.IsConnectedOfMetric ? "timeline.metric" : "timeline.average"]}</p>
                <details class="plain"><summary>{language["timeline.table"]}</summary>{Table(
                    content,
                    language
                )}</details>
                </figure>
                <div class="sub"><h3>{language["incidents"]}</h3>
                {Incidents(content, language)}
                </div>
                """
            );

    private static Html Incidents(ReportContent content, ReportLanguage language)
    {
        if (content.Incidents.Count == 0)
            return Html.Of($"<p class=\"about\">{NoIncident(content, language)}</p>");
        var foremost = HubIncident.Foremost(content.Incidents);
        var others = content.Incidents.Except(foremost).OrderByDescending(i => i.Start).ToArray();
        return Html.Of(
            $"""
            <ol class="incidents">{Html.Each(foremost, i => Incident(i, language))}</ol>
            {Html.If(
                others.Length > 0,
                () => Others(others, language)
            )}
            """
        );
    }

    private static Html Others(HubIncident[] others, ReportLanguage language) =>
        Html.Of(
            $"""
            <details><summary>{language.Count(
                "incidents.more",
                others.Length
            )}</summary><ul class="incidents">{Html.Each(
                others.Take(MostOthers),
                i => Incident(i, language)
            )}</ul>{Cells.Note(
                others.Length > MostOthers,
                () => language.Format("incidents.rest", others.Length - MostOthers)
            )}</details>
            """
        );

    /// <summary>Too few disconnects of the hub's for an incident are no silence of the hub.</summary>
    public static string NoIncident(ReportContent content, ReportLanguage language) =>
        content.Areas.FirstOrDefault(a => a.Area == TroubleArea.Hub) is { } hub
            ? language.Count("incidents.few", hub.Count)
            : language["incidents.none"];

    private static Html Incident(HubIncident incident, ReportLanguage language)
    {
        var cause = incident.Cause is { } known
            ? Html.Of($"<strong>{known.ToString()}</strong>, {IncidentText.Toll(incident, language)}")
            : Html.None;
        var word = incident.Word is { } azures
            ? Html.Of($"<span class=\"small\" lang=\"en\">{language["incident.azure"]}: {azures}</span>")
            : Html.None;
        return Html.Of(
            $"""<li>{IncidentText.When(incident, language)}: {cause}{word} """
                + $"""<span class="quiet">{IncidentText.State(incident, language)}</span></li>"""
        );
    }

    private static Html Table(ReportContent content, ReportLanguage language)
    {
        var causes = content.Causes.Select(c => c.MainCause).ToArray();
        return Cells.Table(
            language["timeline"],
            "timeline-table",
            "wide-table",
            Html.Of(
                $"""
            {Cells.Heads([
                new(language["timeline.from"]),
                new(language["timeline.connected"], IsNumber: true),
                .. causes.Select(c => new Cells.Head(c.ToString(), IsNumber: true)),
            ])}
            <tbody>{Html.Each(
                Enumerable.Range(0, content.Timeline.Count),
                i => Row(i, causes, content, language)
            )}</tbody>
            """
            )
        );
    }

    private static Html Row(int step, CauseName[] causes, ReportContent content, ReportLanguage language) =>
        Html.Of(
            $"""<tr><th scope="row">{Cells.Moment(content.Scale!.TimeOf(step))}</th>"""
                + $"""<td class="n">{language.Number(content.Connected[step], "0.0")}</td>"""
                + $"{Html.Each(causes, c => Cells.Number(content.Timeline[step][CauseTimeline.NumberOf(c)], language))}"
                + $"</tr>"
        );
}
