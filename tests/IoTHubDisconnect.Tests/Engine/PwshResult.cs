namespace IoTHubDisconnect.Tests.Engine;

/// <summary>How a process of PowerShell ended, and what it wrote.</summary>
internal sealed record PwshResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Fails if anything but output came.</summary>
    public PwshResult Clean()
    {
        Assert.True(Error.Length == 0, Error);
        Assert.True(ExitCode == 0, $"It ended with {ExitCode}: {Output}");
        return this;
    }
}
