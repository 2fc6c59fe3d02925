namespace IoTHubDisconnect.Shell;

internal static class HelpText
{
    public static string Full { get; } = Resource.Read("Help.txt").Replace("{commands}", PwshCommands.List).TrimEnd();
}
