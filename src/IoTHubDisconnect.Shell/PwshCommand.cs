namespace IoTHubDisconnect.Shell;

internal sealed record PwshCommand(string Name, string Module);
