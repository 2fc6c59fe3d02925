using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Shell;

/// <summary>
/// Gives the error about a command that pwsh has and the bare engine lacks a recommendation that says so. The engine makes
/// that error itself, so the one place left to add to it is the type's own ErrorDetails member.
/// </summary>
internal static class MissingCommandHint
{
    public static TypeData TypeData { get; } = new(typeof(ErrorRecord))
    {
        Members =
        {
            ["ErrorDetails"] = new CodePropertyData("ErrorDetails", typeof(MissingCommandHint).GetMethod(nameof(GetDetails))),
        },
    };

    /// <summary>The getter behind the engine's <c>ErrorDetails</c> member.</summary>
    public static ErrorDetails? GetDetails(PSObject error)
    {
        ErrorRecord record = (ErrorRecord)error.BaseObject;
        if (record.ErrorDetails is not null || record.Exception is not CommandNotFoundException { CommandName: { } name })
            return record.ErrorDetails;

        return PwshCommands.Find(name) is PwshCommand command
            ? new ErrorDetails("")
            {
                RecommendedAction = $"{command.Name} belongs to pwsh ({command.Module}), and this host has the engine alone. 'help' tells what to use instead.",
            }
            : null;
    }
}
