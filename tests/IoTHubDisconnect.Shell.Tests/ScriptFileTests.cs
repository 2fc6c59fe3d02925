namespace IoTHubDisconnect.Shell.Tests;

public sealed class ScriptFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("shell tests ").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit 3", 3)]
    [InlineData("1; No-Such", 0)]
    [InlineData("throw 'no'", 1)]
    [InlineData("1 +* 2", 1)]
    [InlineData("$ErrorActionPreference = 'Stop'; No-Such", 1)]
    [InlineData("dotnet no-such-command-at-all 2>&1 | Out-Null", 0)]
    [InlineData("dotnet no-such-command-at-all 2>&1 | Out-Null; exit $LASTEXITCODE", 1)]
    [InlineData("dotnet no-such-command-at-all 2>&1 | Out-Null; exit 0", 0)]
    public void Exit_code_is_what_the_script_gave_to_exit(string script, int expected) =>
        Assert.Equal(expected, Run(script).ExitCode);

    [Fact]
    public void Arguments_bind_as_in_pwsh()
    {
        ShellResult result = Run(
            "param([string] $First, [switch] $Flag, [int] $Count, [bool] $Yes, [Parameter(ValueFromRemainingArguments)] $Rest) \"$First|$Flag|$Count|$Yes|$Rest\"",
            "a 'b' $c", "-Flag", "-Count", "-5", "-Yes:$true", "1,2", "last one");

        Assert.Equal("a 'b' $c|True|-5|True|1,2 last one", result.Output.Trim());
    }

    [Fact]
    public void Script_knows_where_it_is() =>
        Assert.Equal(folder + "|" + Path.Combine(folder, "it's.ps1"), Run("\"$PSScriptRoot|$($MyInvocation.MyCommand.Path)\"").Output.Trim());

    [Fact]
    public void Error_in_a_script_names_its_file_and_line()
    {
        ShellResult result = Run("1\n\nthrow 'no good'");

        Assert.Equal("1", result.Output.Trim());
        Assert.Contains("it's.ps1:3", result.Error);
        Assert.Contains("no good", result.Error);
    }

    [Fact]
    public void File_needs_no_switch()
    {
        Write("exit 4");

        Assert.Equal(4, ShellProcess.Run(Path.Combine(folder, "it's.ps1")).ExitCode);
    }

    private ShellResult Run(string script, params string[] arguments) =>
        ShellProcess.Run(["-File", Write(script), .. arguments]);

    private string Write(string script)
    {
        string path = Path.Combine(folder, "it's.ps1");
        File.WriteAllText(path, script);
        return path;
    }
}
