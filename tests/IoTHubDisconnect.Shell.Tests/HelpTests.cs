using System.Text.RegularExpressions;

namespace IoTHubDisconnect.Shell.Tests;

public partial class HelpTests
{
    private static readonly HashSet<string> Commands =
        ShellProcess.Run("-Command", "(Get-Command -CommandType Cmdlet, Function).Name").Lines.ToHashSet(StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("-Help")]
    [InlineData("-h")]
    [InlineData("-?")]
    [InlineData("--help")]
    [InlineData("-Command", "help")]
    public void Help_tells_the_arguments_and_what_is_missing(params string[] arguments)
    {
        ShellResult result = ShellProcess.Run(arguments);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("-NonInteractive", result.Output);
        Assert.Contains("Select-Object", result.Output);
        Assert.All(result.Lines, line => Assert.True(line.Length <= 120));
    }

    [Fact]
    public void Version_names_the_program_and_the_engine() =>
        Assert.Matches(@"^IoTHubDisconnect\.Shell \d+\.\d+\.\d+ \(PowerShell engine 7\.6\.9\)$", ShellProcess.Run("-Version").Output.Trim());

    [Theory]
    [InlineData("-NoSuchSwitch")]
    [InlineData("-File", "no-such-file.ps1")]
    [InlineData("-File")]
    [InlineData("-Command")]
    public void Bad_arguments_end_with_64(params string[] arguments)
    {
        ShellResult result = ShellProcess.Run(arguments);

        Assert.Equal((64, ""), (result.ExitCode, result.Output));
        Assert.Contains("-Help", result.Error);
    }

    [Fact]
    public void Commands_listed_as_missing_are_missing() =>
        Assert.Empty(PwshCommands.All.Select(command => command.Name).Intersect(Commands, StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void No_alias_of_the_engine_points_to_a_command_that_is_neither_here_nor_listed()
    {
        // The engine has this one on Windows, and its alias everywhere.
        string[] onWindowsAlone = ["Receive-PSSession"];
        string[] targets = ShellProcess.Run("-Command", "(Get-Command -CommandType Alias).Definition -like '*-*'").Lines;

        Assert.NotEmpty(targets);
        Assert.All(
            targets.Except(Commands).Except(onWindowsAlone),
            name => Assert.NotNull(PwshCommands.Find(name)));
    }

    [Fact]
    public void Commands_that_help_says_are_here_are_here()
    {
        string about = HelpText.Full[..HelpText.Full.IndexOf(PwshCommands.List, StringComparison.Ordinal)];
        string[] named = [.. VerbNoun().Matches(about).Select(match => match.Value).Where(name => PwshCommands.Find(name) is null)];

        Assert.Contains("Where-Object", named);
        Assert.Empty(named.Except(Commands));
    }

    [Fact]
    public void What_help_offers_instead_works()
    {
        const string Setting = "$all = 'abc', 'b' | ForEach-Object { [pscustomobject]@{ Name = $_ } }; $lines = 'x', 'y'; $path = [IO.Path]::GetTempFileName(); $folder = [IO.Path]::GetTempPath()";
        string[] offers = [.. Offer().Matches(HelpText.Full).Select(match => match.Groups["text"].Value)];

        ShellResult result = ShellProcess.Run("-Command", string.Join("; ", [Setting, .. offers.Reverse(), "[IO.File]::Delete($path)"]));

        Assert.Equal(7, offers.Length);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("1..3 | Select-Object -First 1", "Select-Object belongs to pwsh (Microsoft.PowerShell.Utility)")]
    [InlineData("1..3 | select -First 1", "Select-Object belongs to pwsh (Microsoft.PowerShell.Utility)")]
    [InlineData("get-childitem", "Get-ChildItem belongs to pwsh (Microsoft.PowerShell.Management)")]
    public void Error_about_a_command_of_pwsh_says_so(string text, string expected) =>
        Assert.Contains(expected, ShellProcess.Run("-Command", text).Error);

    [Fact]
    public void Error_about_any_other_command_does_not() =>
        Assert.DoesNotContain("pwsh", ShellProcess.Run("-Command", "No-Such").Error);

    [GeneratedRegex(@"^    \w+-\w+.{0,29} (?<text>[$\[].+)$", RegexOptions.Multiline)]
    private static partial Regex Offer();

    [GeneratedRegex(@"\b[A-Z]\w+-[A-Z]\w+")]
    private static partial Regex VerbNoun();
}
