namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>Code that a page shows.</summary>
public sealed record Example(string Page, string Title, string Code)
{
    public override string ToString() => $"{Page}: {Title}";
}
