namespace IoTHubDisconnect.Shell.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record ShellResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
