namespace IoTHubDisconnect.Shell.Tests;

public class StreamTests
{
    [Theory]
    [InlineData("No-Such", "No-Such: The term 'No-Such' is not recognized")]
    [InlineData("throw 'no good'", "Exception: no good")]
    [InlineData("1 +* 2", "ParserError:")]
    [InlineData("if (1) {", "ParserError:")]
    [InlineData("$Host.UI.WriteErrorLine('e')", "e")]
    [InlineData("$Host.UI.WriteWarningLine('w')", "WARNING: w")]
    [InlineData("$Host.UI.WriteVerboseLine('v')", "VERBOSE: v")]
    [InlineData("$Host.UI.WriteDebugLine('d')", "DEBUG: d")]
    public void Messages_go_to_standard_error_alone(string text, string expected)
    {
        ShellResult result = ShellProcess.Run("-Command", text);

        Assert.Equal("", result.Output);
        Assert.StartsWith(expected, result.Error);
    }

    [Fact]
    public void Redirected_streams_carry_no_escape_codes()
    {
        ShellResult result = ShellProcess.Run("-Command", "\"$($PSStyle.Foreground.Red)red$($PSStyle.Reset)\"; $PSVersionTable; No-Such");

        Assert.Equal("red", result.Lines[0]);
        Assert.DoesNotContain('\e', result.Output + result.Error);
    }

    [Fact]
    public void Progress_is_silent_when_nobody_looks()
    {
        ShellResult result = ShellProcess.Run("-Command", "$Host.UI.WriteProgress(1, [Management.Automation.ProgressRecord]::new(1, 'Reading', 'half'))");

        Assert.Equal(new ShellResult(0, "", ""), result);
    }
}
