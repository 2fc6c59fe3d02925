using System.Text;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Commands;

/// <summary>The file that a report is written to.</summary>
internal sealed class ReportFile : OutputFile
{
    /// <param name="cmdlet">Who writes.</param>
    /// <param name="path">As a person gave it.</param>
    /// <param name="format">The form wanted; null to go by the file's name.</param>
    public ReportFile(CancellableCmdlet cmdlet, string path, DisconnectReportFormat? format)
        : base(cmdlet, path, OutputErrorIds.OfReport)
    {
        Format = format ?? FormatOf(Path);
        if (format is null && !IsKnown(Path))
            cmdlet.WriteWarning(
                $"The report is HTML, though '{System.IO.Path.GetFileName(Path)}' says otherwise: "
                    + "name it .html, or choose with -Format."
            );
    }

    public DisconnectReportFormat Format { get; }

    public void Write(ReportContent content, ReportLanguage language) =>
        // Spreadsheets take a file without a byte order mark for one in a code page of old.
        Write(
            ReportText.Of(content, Format, language, DateTimeOffset.UtcNow),
            new UTF8Encoding(Format == DisconnectReportFormat.Csv)
        );

    private static bool IsKnown(string path) =>
        FormatOf(path) != DisconnectReportFormat.Html
        || System.IO.Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm" or "";

    private static DisconnectReportFormat FormatOf(string path) =>
        System.IO.Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".md" or ".markdown" => DisconnectReportFormat.Markdown,
            ".csv" => DisconnectReportFormat.Csv,
            _ => DisconnectReportFormat.Html,
        };
}
