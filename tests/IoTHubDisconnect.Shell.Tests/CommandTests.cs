namespace IoTHubDisconnect.Shell.Tests;

public class CommandTests
{
    [Theory]
    [InlineData("2 * 21", 0)]
    [InlineData("$null", 0)]
    [InlineData("No-Such; 1", 0)]
    [InlineData("1; No-Such", 1)]
    [InlineData("throw 'no'", 1)]
    [InlineData("1 +* 2", 1)]
    [InlineData("function f { [CmdletBinding()] param() $PSCmdlet.WriteError([Management.Automation.ErrorRecord]::new([Exception]::new('no'), 'No', 0, $null)) }; f", 1)]
    [InlineData("$ErrorActionPreference = 'Stop'; No-Such; 1", 1)]
    [InlineData("exit", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("function f { exit 8 }; f; 1", 8)]
    [InlineData("try { exit 9 } finally { 1 }", 9)]
    [InlineData("dotnet no-such-command-at-all", 1)]
    public void Exit_code_is_that_of_pwsh(string text, int expected) =>
        Assert.Equal(expected, ShellProcess.Run("-Command", text).ExitCode);

    [Fact]
    public void Words_after_Command_are_one_text() =>
        Assert.Equal("3", ShellProcess.Run("-NonInteractive", "-Command", "1", "+", "2").Output.Trim());

    [Fact]
    public void Output_is_formatted_by_the_engine_for_120_columns()
    {
        ShellResult result = ShellProcess.Run("-Command", "[pscustomobject]@{ Device = 'a'; Note = 'x' * 200 }, [pscustomobject]@{ Device = 'b'; Note = 'y' }");

        Assert.Matches("^Device +Note *$", result.Lines[0]);
        Assert.EndsWith("…", result.Lines[2]);
        Assert.All(result.Lines, line => Assert.True(line.Length <= 120));
    }

    [Fact]
    public void Module_is_imported_and_nothing_is_said_about_it()
    {
        ShellResult result = ShellProcess.Run("-Command", "(Get-Module).Name");

        Assert.Equal("IoTHubDisconnect", result.Output.Trim());
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Culture_is_that_of_the_environment() =>
        Assert.Equal("en-US", ShellProcess.Run("-Command", "$Host.CurrentCulture.Name").Output.Trim());
}
