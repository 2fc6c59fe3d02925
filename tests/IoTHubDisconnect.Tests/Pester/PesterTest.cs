namespace IoTHubDisconnect.Tests.Pester;

/// <summary>What Pester says of one of its tests, or of a file or block that could not be run.</summary>
public sealed record PesterTest(string Name, string Result, string? Error)
{
    public override string ToString() => Name;
}
