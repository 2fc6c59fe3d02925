using System.Management.Automation;
using System.Text;
using IoTHubDisconnect.Reports;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// The file that a report is written to. What is wrong with its place is told before anything is read.
/// </summary>
internal sealed class ReportFile
{
    private readonly CancellableCmdlet _cmdlet;

    /// <param name="cmdlet">Who writes.</param>
    /// <param name="path">As a person gave it.</param>
    /// <param name="format">The form wanted; null to go by the file's name.</param>
    public ReportFile(CancellableCmdlet cmdlet, string path, DisconnectReportFormat? format)
    {
        _cmdlet = cmdlet;
        if (path.Contains('\0'))
            cmdlet.ThrowTerminatingError(Errors.InvalidPath(path));
        Path = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        Format = format ?? FormatOf(Path);
        if (provider.Name != "FileSystem")
            cmdlet.ThrowTerminatingError(Errors.ReportNotOnFileSystem(path, provider.Name));
        if (Directory.Exists(Path))
            cmdlet.ThrowTerminatingError(Errors.ReportIsFolder(Path));
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
            cmdlet.ThrowTerminatingError(Errors.FolderNotFound(Path));
        if (format is null && !IsKnown(Path))
            cmdlet.WriteWarning(
                $"The report is HTML, though '{System.IO.Path.GetFileName(Path)}' says otherwise: "
                    + "name it .html, or choose with -Format."
            );
    }

    public string Path { get; }

    public DisconnectReportFormat Format { get; }

    public bool Exists => File.Exists(Path);

    public void Write(ReportContent content, ReportLanguage language)
    {
        try
        {
            // Spreadsheets take a file without a byte order mark for one in a code page of old.
            WholeFile.Write(
                Path,
                ReportText.Of(content, Format, language, DateTimeOffset.UtcNow),
                new UTF8Encoding(Format == DisconnectReportFormat.Csv)
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _cmdlet.ThrowTerminatingError(Errors.ReportNotWritten(Path, exception));
        }
    }

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
