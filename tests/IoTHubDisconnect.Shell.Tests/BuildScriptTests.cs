using System.Management.Automation.Language;

namespace IoTHubDisconnect.Shell.Tests;

public class BuildScriptTests
{
    private static readonly string Script =
        Path.Combine(Path.GetDirectoryName(ModuleLocator.FindManifest(AppContext.BaseDirectory))!, "build.ps1");

    [Fact]
    public void Build_script_uses_no_command_of_pwsh_that_the_engine_alone_lacks()
    {
        ScriptBlockAst script = Parser.ParseFile(Script, out _, out ParseError[] errors);
        IEnumerable<string> commands = script.FindAll(ast => ast is CommandAst, searchNestedScriptBlocks: true)
            .Select(ast => ((CommandAst)ast).GetCommandName());

        Assert.Empty(errors);
        Assert.Contains("dotnet", commands);
        Assert.DoesNotContain(commands, name => PwshCommands.Find(name) is not null);
    }

    [Fact]
    public void Unknown_task_fails_and_names_the_known_ones()
    {
        ShellResult result = ShellProcess.Run("-File", Script, "-Task", "Deploy");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("Build, Test and Package", result.Error);
    }
}
