namespace IoTHubDisconnect.Shell.Tests;

public class ShellArgumentsTests
{
    [Theory]
    [InlineData("", "Prompt", "")]
    [InlineData("-nologo -noni", "Prompt", "")]
    [InlineData("-c 1 + 1", "Command", "1 + 1")]
    [InlineData("-Command -NoLogo", "Command", "-NoLogo")]
    [InlineData("--command 1", "Command", "1")]
    [InlineData("-c -", "StandardInput", "")]
    [InlineData("-f -", "StandardInput", "")]
    [InlineData("-", "StandardInput", "")]
    [InlineData("-NoLogo -v", "Version", "")]
    [InlineData("-NoLogo -?", "Help", "")]
    public void Arguments_tell_what_to_do(string line, string mode, string text)
    {
        ShellArguments arguments = ShellArguments.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal((mode, text), (arguments.Mode.ToString(), arguments.Text));
    }

    [Theory]
    [InlineData("-Nope")]
    [InlineData("nope.ps1")]
    [InlineData("-NoLogo nope.txt")]
    public void What_is_not_known_is_refused(string line) =>
        Assert.Throws<FormatException>(() => ShellArguments.Parse(line.Split(' ')));
}
