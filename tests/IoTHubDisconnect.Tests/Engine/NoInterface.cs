using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace IoTHubDisconnect.Tests.Engine;

/// <summary>An interface that nobody sits at: whatever wants to show or ask something fails.</summary>
internal class NoInterface : PSHostUserInterface
{
    public override PSHostRawUserInterface? RawUI => null;

    public override Dictionary<string, PSObject> Prompt(
        string caption,
        string message,
        Collection<FieldDescription> descriptions
    ) => throw Nobody();

    public override int PromptForChoice(
        string caption,
        string message,
        Collection<ChoiceDescription> choices,
        int defaultChoice
    ) => throw Nobody();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName
    ) => throw Nobody();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options
    ) => throw Nobody();

    public override string ReadLine() => throw Nobody();

    public override SecureString ReadLineAsSecureString() => throw Nobody();

    public override void Write(string value) => throw Nobody();

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(value);

    public override void WriteLine(string value) => throw Nobody();

    public override void WriteDebugLine(string message) => throw Nobody();

    public override void WriteErrorLine(string value) => throw Nobody();

    public override void WriteProgress(long sourceId, ProgressRecord record) => throw Nobody();

    public override void WriteVerboseLine(string message) => throw Nobody();

    public override void WriteWarningLine(string message) => throw Nobody();

    private static InvalidOperationException Nobody() => new("Nobody sits here.");
}
