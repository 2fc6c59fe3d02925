namespace IoTHubDisconnect.Shell.Tests;

public class StandardInputTests
{
    private const string Text = "function f {\n  'from input'\n}\nf\nexit 6\n";

    [Theory]
    [InlineData]
    [InlineData("-Command", "-")]
    [InlineData("-File", "-")]
    [InlineData("-NonInteractive")]
    public void Text_on_standard_input_is_run(params string[] arguments)
    {
        ShellResult result = ShellProcess.RunWithInput(Text, arguments);

        Assert.Equal("from input", result.Output.Trim());
        Assert.Equal(6, result.ExitCode);
    }

    [Fact]
    public void Question_takes_its_answer_from_standard_input()
    {
        ShellResult result = ShellProcess.RunWithInput("dev-1\n", "-Command", "function f { param([Parameter(Mandatory)] $Id) \"id $Id\" }; f");

        Assert.Equal("id dev-1", result.Output.Trim());
        Assert.Contains("Id: ", result.Error);
    }

    [Fact]
    public void Question_fails_when_nothing_may_ask()
    {
        ShellResult result = ShellProcess.RunWithInput("dev-1\n", "-NonInteractive", "-Command", "$Host.UI.ReadLine()");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("-NonInteractive forbids to ask", result.Error);
    }

    [Fact]
    public void Question_fails_when_the_input_ends()
    {
        ShellResult result = ShellProcess.Run("-Command", "$Host.UI.ReadLine()");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("The input ended before the answer", result.Error);
    }
}
