namespace IoTHubDisconnect.Shell;

/// <summary>The exit codes of pwsh, and of a program that Ctrl+C ended.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;
    public const int BadArguments = 64;
    public const int Interrupted = 130;
}
