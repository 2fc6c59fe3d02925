using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Shell;

/// <summary>Reads a statement, runs it, and begins again, until <c>exit</c> or the end of the input.</summary>
internal sealed class PromptLoop(Runspace runspace, ShellHost host, CommandRunner runner, Terminal terminal)
{
    private const string ContinuationPrompt = ">> ";

    private readonly LineEditor? editor = terminal.CanEditLines ? new LineEditor(terminal, new Completer(runspace)) : null;

    public int Run()
    {
        while (host.RequestedExitCode is null && ReadStatement() is string statement)
            if (!string.IsNullOrWhiteSpace(statement))
                runner.RunText(statement);

        return host.RequestedExitCode ?? ExitCode.Success;
    }

    private string? ReadStatement()
    {
        string? text = ReadLine(Prompt());
        while (text is not null && IsIncomplete(text))
        {
            string? next = ReadLine(ContinuationPrompt);
            if (string.IsNullOrEmpty(next))
                return text;

            text += "\n" + next;
        }

        return text;
    }

    private static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return errors.Any(error => error.IncompleteInput);
    }

    private string? ReadLine(string prompt)
    {
        if (editor is not null)
            return editor.ReadLine(prompt);

        terminal.Write(prompt);
        return Console.ReadLine();
    }

    private string Prompt()
    {
        using PowerShell shell = PowerShell.Create(runspace);
        try
        {
            return string.Concat(shell.AddCommand("prompt").Invoke<string>());
        }
        catch (RuntimeException)
        {
            return "PS> ";
        }
    }
}
