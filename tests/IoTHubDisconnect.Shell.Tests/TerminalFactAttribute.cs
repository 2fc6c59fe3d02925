namespace IoTHubDisconnect.Shell.Tests;

/// <summary>Skipped where no pseudo terminal can be had.</summary>
internal sealed class TerminalFactAttribute : FactAttribute
{
    public TerminalFactAttribute()
    {
        if (!PseudoTerminal.IsAvailable)
            Skip = "This needs 'script' of util-linux.";
    }
}
