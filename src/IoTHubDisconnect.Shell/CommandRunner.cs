using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Shell;

/// <summary>Runs text and scripts in the runspace, shows what they write, and says how they ended.</summary>
internal sealed class CommandRunner(Runspace runspace, ShellHost host, ShellUserInterface userInterface, Interruption interruption)
{
    // Without a place in the history the engine puts $? back to what it was before.
    private static readonly PSInvocationSettings Settings = new() { AddToHistory = true };

    /// <returns>The exit code: 0 when the last statement succeeded.</returns>
    public int RunText(string text) => Run(text) ?? (LastSucceeded ? ExitCode.Success : ExitCode.Failure);

    /// <returns>The exit code: what the script gave to <c>exit</c>, else 0, or 1 where it could not run.</returns>
    public int RunFile(string path, IEnumerable<string> arguments) =>
        Run(ScriptCall.Write(path, arguments)) ?? (LastSucceeded ? ExitCode.Success : LastExitCode);

    /// <summary>Returns null when the text came to its end, and nothing in it asked to exit.</summary>
    private int? Run(string text)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        shell.AddScript(text, useLocalScope: false);
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            interruption.Invoke(shell, Settings);
            return host.RequestedExitCode;
        }
        catch (PipelineStoppedException)
        {
            return ExitCode.Interrupted;
        }
        catch (IncompleteParseException)
        {
            Report(ParseErrorOf(text));
            return ExitCode.Failure;
        }
        catch (RuntimeException e)
        {
            Report(e.ErrorRecord);
            return ExitCode.Failure;
        }
        finally
        {
            userInterface.ClearProgress();
        }
    }

    private bool LastSucceeded => runspace.SessionStateProxy.GetVariable("?") is true;

    private int LastExitCode => runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? ExitCode.Failure;

    // The engine's own error for a text that stops short has no position, and its view shows nothing without one.
    private static ErrorRecord ParseErrorOf(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return new ParseException(errors).ErrorRecord;
    }

    private void Report(ErrorRecord error)
    {
        using PowerShell shell = PowerShell.Create(runspace);
        userInterface.IsReportingError = true;
        try
        {
            shell.AddCommand("Out-Default").Invoke(new[] { error });
        }
        finally
        {
            userInterface.IsReportingError = false;
        }
    }
}
