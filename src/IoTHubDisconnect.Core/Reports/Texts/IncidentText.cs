namespace IoTHubDisconnect.Reports;

/// <summary>Puts an incident of a hub into words.</summary>
internal static class IncidentText
{
    public static string When(HubIncident incident, ReportLanguage language) =>
        language.Format(
            "incident",
            ReportLanguage.Time(incident.Start),
            ReportLanguage.Until(incident.Start, incident.End),
            PlainText.Of(HubText.InSentence(incident.HubName, language))
        );

    /// <summary>
    /// How many disconnects, and until when their devices were out; of one that goes on nobody knows.
    /// </summary>
    public static string Toll(HubIncident incident, ReportLanguage language)
    {
        var count = language.Count("incident.count", incident.Count);
        return incident is { IsOver: true, Back: { } back }
            ? $"{count}, {language.Format("incident.back", ReportLanguage.Until(incident.Start, back))}"
            : count;
    }

    public static string State(HubIncident incident, ReportLanguage language) =>
        language[incident.IsOver ? "incident.over" : "incident.on"];
}
