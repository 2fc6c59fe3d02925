using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace IoTHubDisconnect.Shell;

/// <summary>
/// Output goes to standard output. Errors, warnings, verbose and debug messages and progress go to standard error,
/// so that what a caller captures is data alone.
/// </summary>
internal sealed class ShellUserInterface(Terminal terminal, Questions questions) : PSHostUserInterface
{
    private readonly ProgressLine progress = new(terminal);

    public override PSHostRawUserInterface RawUI { get; } = new ShellRawUserInterface(terminal);

    public override bool SupportsVirtualTerminal => terminal.HasColour;

    /// <summary>Everything written until it is false again is part of an error.</summary>
    public bool IsReportingError { get; set; }

    public void ClearProgress() => progress.Clear();

    public override void Write(string value)
    {
        progress.Clear();
        if (IsReportingError)
            terminal.WriteError(value);
        else
            terminal.Write(value);
    }

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(ConsoleColors.Paint(value, foregroundColor, backgroundColor));

    public override void WriteLine(string value) => Write(value + Environment.NewLine);

    public override void WriteErrorLine(string value) => WriteMessage(value);

    public override void WriteWarningLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Warning, "WARNING: " + message);

    public override void WriteVerboseLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Verbose, "VERBOSE: " + message);

    public override void WriteDebugLine(string message) => WriteMessage(PSStyle.Instance.Formatting.Debug, "DEBUG: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record) => progress.Show(record);

    public override string ReadLine() => questions.ReadLine();

    public override SecureString ReadLineAsSecureString() => questions.ReadSecret();

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        questions.AskFields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        questions.AskChoice(caption, message, choices, defaultChoice);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        questions.AskCredential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption, string message, string userName, string targetName,
        PSCredentialTypes allowedCredentialTypes, PSCredentialUIOptions options) =>
        questions.AskCredential(caption, message, userName);

    private void WriteMessage(string style, string text) => WriteMessage(style + text + PSStyle.Instance.Reset);

    private void WriteMessage(string text)
    {
        progress.Clear();
        terminal.WriteError(text + Environment.NewLine);
    }
}
