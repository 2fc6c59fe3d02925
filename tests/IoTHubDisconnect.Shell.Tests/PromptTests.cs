namespace IoTHubDisconnect.Shell.Tests;

public class PromptTests
{
    private const string Prompt = "> ";

    [TerminalFact]
    public void Statements_run_until_exit()
    {
        using PseudoTerminal terminal = new("");
        terminal.WaitFor("PowerShell engine");
        terminal.WaitFor(Prompt);
        terminal.Type("6 * 7\r");
        terminal.WaitFor("\n42");
        terminal.Type("function Get-Answer {\r");
        terminal.WaitFor(">> ");
        terminal.Type("'multi' + 'line' }\r");
        terminal.WaitFor("PS ");
        terminal.Type("Get-Answer\r");
        terminal.WaitFor("\nmultiline");
        terminal.Type("exit 5\r");

        Assert.Equal(5, terminal.Finish().ExitCode);
    }

    [TerminalFact]
    public void Ctrl_C_stops_the_statement_and_not_the_program()
    {
        using PseudoTerminal terminal = new("-NoLogo");
        terminal.WaitFor(Prompt);
        terminal.Type("'be' + 'gun'; while ($true) { }\r");
        terminal.WaitFor("begun");
        terminal.Type("\u0003");
        terminal.WaitFor("PS ");
        terminal.Type("'still' + 'here'\r");
        terminal.WaitFor("stillhere");
        terminal.Type("\u0004");

        Assert.Equal(0, terminal.Finish().ExitCode);
    }

    [TerminalFact]
    public void Keys_edit_recall_and_complete()
    {
        using PseudoTerminal terminal = new("-NoLogo");
        terminal.WaitFor(Prompt);
        terminal.Type("Get-DisconnectSol\t");
        terminal.WaitFor("Get-DisconnectSolution");
        terminal.Type("\u0015'ac'\u001b[D\u001b[Db\r");
        terminal.WaitFor("\nabc");
        terminal.Type("\u001b[A + 'def'\r");
        terminal.WaitFor("\nabcdef");
        terminal.Type("throw 'typed and thrown away'\u0003");
        terminal.WaitFor("PS ");
        terminal.Type("exit\r");

        Assert.Equal(0, terminal.Finish().ExitCode);
    }

    [TerminalFact]
    public void Errors_have_colour_on_a_terminal()
    {
        using PseudoTerminal terminal = new("-Command No-Such");

        (int exitCode, string text) = terminal.Finish();

        Assert.Equal(1, exitCode);
        Assert.Contains("\e[31;1m", text);
    }

    [TerminalFact]
    public void NO_COLOR_leaves_colour_out()
    {
        using PseudoTerminal terminal = new("-Command '$PSVersionTable; No-Such'", ("NO_COLOR", "1"));

        string text = terminal.Finish().Text;

        Assert.Contains("PSEdition", text);
        Assert.DoesNotMatch(@"\e\[[\d;]*m", text);
    }

    [TerminalFact]
    public void Progress_is_one_line_that_goes_away()
    {
        const string Show = "$Host.UI.WriteProgress(1, [Management.Automation.ProgressRecord]::new(1, \"Reading\", \"half\")); \"done\"";
        using PseudoTerminal terminal = new($"-Command '{Show}'");

        string text = terminal.Finish().Text;

        Assert.Matches(@"\rReading: half +\r +\rdone", text);
    }
}
