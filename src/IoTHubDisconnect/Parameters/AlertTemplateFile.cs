using System.Management.Automation;
using System.Text;
using IoTHubDisconnect.Alerts;

namespace IoTHubDisconnect.Commands;

/// <summary>The file that the template of alert rules is written to.</summary>
internal sealed class AlertTemplateFile
{
    private readonly CancellableCmdlet _cmdlet;

    /// <param name="cmdlet">Who writes.</param>
    /// <param name="path">As a person gave it.</param>
    /// <param name="format">The form wanted; null to go by the file's name.</param>
    /// <param name="force">Whether a file that is there may be overwritten.</param>
    public AlertTemplateFile(CancellableCmdlet cmdlet, string path, AlertTemplateFormat? format, bool force)
    {
        _cmdlet = cmdlet;
        if (path.Contains('\0'))
            cmdlet.ThrowTerminatingError(Errors.InvalidPath(path));
        Path = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
        if (provider.Name != "FileSystem")
            cmdlet.ThrowTerminatingError(Errors.NotFileSystem(path, provider.Name));
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
            cmdlet.ThrowTerminatingError(Errors.FolderNotFound(Path));
        if (Directory.Exists(Path) || File.Exists(Path) && !force)
            cmdlet.ThrowTerminatingError(Errors.FileExists(Path));
        Format = format ?? FormatOf(Path);
    }

    public string Path { get; }

    public AlertTemplateFormat Format { get; }

    public void Write(AlertTemplate template)
    {
        var text =
            Format == AlertTemplateFormat.Arm ? ArmTemplateText.Write(template) : BicepTemplateText.Write(template);
        try
        {
            WholeFile.Write(Path, text, new UTF8Encoding(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _cmdlet.ThrowTerminatingError(Errors.NotWritten(Path, exception));
        }
    }

    private static AlertTemplateFormat FormatOf(string path) =>
        System.IO.Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase)
            ? AlertTemplateFormat.Arm
            : AlertTemplateFormat.Bicep;
}
