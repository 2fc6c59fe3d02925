using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IoTHubDisconnect.Shell;

internal static class Program
{
    private static int Main(string[] args)
    {
        // The engine would report its use to its makers.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        // Without a language, as in containers, the engine breaks the lines of help inside words.
        if (CultureInfo.CurrentUICulture.Equals(CultureInfo.InvariantCulture)) CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        try
        {
            return Start(ShellArguments.Parse(args));
        }
        catch (FormatException e)
        {
            Console.Error.WriteLine($"{e.Message} -Help tells what this program takes.");
            return ExitCode.BadArguments;
        }
    }

    private static int Start(ShellArguments arguments)
    {
        switch (arguments.Mode)
        {
            case ShellMode.Help:
                Console.WriteLine(HelpText.Full);
                return ExitCode.Success;
            case ShellMode.Version:
                Console.WriteLine(Versions.Line);
                return ExitCode.Success;
            default:
                return Run(arguments);
        }
    }

    private static int Run(ShellArguments arguments)
    {
        Terminal terminal = new();
        bool prompts = arguments.Mode == ShellMode.Prompt && terminal.IsInput && !arguments.NonInteractive;
        ShellUserInterface userInterface = new(terminal, new Questions(terminal, !arguments.NonInteractive));
        ShellHost host = new(userInterface);
        Interruption interruption = new(keepsProgram: prompts);
        using Runspace runspace = ShellSession.Open(host);
        Runspace.DefaultRunspace = runspace;
        CommandRunner runner = new(runspace, host, userInterface, interruption);
        if (prompts && !arguments.NoLogo)
            userInterface.WriteLine(Versions.Greeting);

        return arguments.Mode switch
        {
            ShellMode.Command => runner.RunText(arguments.Text),
            ShellMode.File => runner.RunFile(arguments.Text, arguments.FileArguments),
            _ when prompts => new PromptLoop(runspace, host, runner, terminal).Run(),
            _ => runner.RunText(Console.In.ReadToEnd()),
        };
    }
}
