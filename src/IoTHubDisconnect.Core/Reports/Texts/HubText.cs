namespace IoTHubDisconnect.Reports;

/// <summary>A hub's name for people to read, who are told where the log does not name it.</summary>
internal static class HubText
{
    public static string InSentence(string hubName, ReportLanguage language) =>
        hubName.Length == 0 ? language["hub.unnamed"] : hubName;

    public static string InTable(string hubName, ReportLanguage language) =>
        hubName.Length == 0 ? language["notlogged"] : hubName;
}
