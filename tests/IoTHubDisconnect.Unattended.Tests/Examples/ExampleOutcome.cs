namespace IoTHubDisconnect.Unattended.Tests.Examples;

/// <summary>What came of an example.</summary>
/// <param name="Outputs">How many objects it gave.</param>
/// <param name="Files">How many files it wrote.</param>
/// <param name="Errors">What went wrong.</param>
/// <param name="Warnings">What it was warned of.</param>
internal sealed record ExampleOutcome(int Outputs, int Files, string[] Errors, string[] Warnings)
{
    /// <summary>Fails where an error was written, or nothing came of it.</summary>
    public void Check(Example example, bool isSilent)
    {
        Assert.True(Errors.Length == 0, $"{example.Code}\n{string.Join('\n', Errors)}");
        Assert.True(isSilent || Outputs + Files > 0, $"{example.Code}\nNothing came. {string.Join('\n', Warnings)}");
    }
}
