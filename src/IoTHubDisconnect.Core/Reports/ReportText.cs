namespace IoTHubDisconnect.Reports;

/// <summary>Puts a report's content into one of its forms.</summary>
internal static class ReportText
{
    /// <param name="content">What it says.</param>
    /// <param name="format">The form.</param>
    /// <param name="language">The language.</param>
    /// <param name="made">When it is made.</param>
    public static string Of(
        ReportContent content,
        DisconnectReportFormat format,
        ReportLanguage language,
        DateTimeOffset made
    ) =>
        format switch
        {
            DisconnectReportFormat.Markdown => MarkdownReport.Of(content, language, made),
            DisconnectReportFormat.Csv => CsvReport.Of(content, language),
            _ => HtmlReport.Of(content, language, made),
        };
}
