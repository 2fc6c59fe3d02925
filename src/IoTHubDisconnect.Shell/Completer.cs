using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Shell;

/// <summary>Asks the engine how a line could go on. Files are looked up here: the engine does it with cmdlets it lacks.</summary>
internal sealed class Completer(Runspace runspace)
{
    /// <summary>Returns null where nothing fits.</summary>
    public Completion? Complete(string line, int cursor) =>
        AskEngine(line, cursor) ?? PathCompletion.Complete(line, cursor, runspace.SessionStateProxy.Path.CurrentFileSystemLocation.ProviderPath);

    private Completion? AskEngine(string line, int cursor)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        try
        {
            CommandCompletion answer = CommandCompletion.CompleteInput(line, cursor, null, shell);
            return answer.CompletionMatches.Count == 0
                ? null
                : new Completion(
                    answer.ReplacementIndex, answer.ReplacementLength, [.. answer.CompletionMatches.Select(match => match.CompletionText)]);
        }
        catch (RuntimeException)
        {
            return null;
        }
    }
}
