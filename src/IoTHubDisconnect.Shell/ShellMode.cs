namespace IoTHubDisconnect.Shell;

internal enum ShellMode
{
    Prompt,
    Command,
    File,
    StandardInput,
    Help,
    Version,
}
