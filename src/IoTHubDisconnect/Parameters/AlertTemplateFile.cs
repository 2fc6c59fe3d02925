using System.Text;
using IoTHubDisconnect.Alerts;

namespace IoTHubDisconnect.Commands;

/// <summary>The file that the template of alert rules is written to.</summary>
internal sealed class AlertTemplateFile : OutputFile
{
    /// <param name="cmdlet">Who writes.</param>
    /// <param name="path">As a person gave it.</param>
    /// <param name="format">The form wanted; null to go by the file's name.</param>
    /// <param name="force">Whether a file that is there may be overwritten.</param>
    public AlertTemplateFile(CancellableCmdlet cmdlet, string path, AlertTemplateFormat? format, bool force)
        : base(cmdlet, path, OutputErrorIds.OfAnyFile)
    {
        if (Exists && !force)
            cmdlet.ThrowTerminatingError(FileErrors.FileExists(Path));
        Format = format ?? FormatOf(Path);
    }

    public AlertTemplateFormat Format { get; }

    public void Write(AlertTemplate template) =>
        Write(
            Format == AlertTemplateFormat.Arm ? ArmTemplateText.Write(template) : BicepTemplateText.Write(template),
            new UTF8Encoding(false)
        );

    private static AlertTemplateFormat FormatOf(string path) =>
        System.IO.Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase)
            ? AlertTemplateFormat.Arm
            : AlertTemplateFormat.Bicep;
}
