namespace IoTHubDisconnect.Tests.Formatting;

/// <summary>What a screen was agreed to show.</summary>
internal sealed class ScreenFile(string name)
{
    private readonly string _path = Repository.PathOf($"tests/IoTHubDisconnect.Tests/Formatting/Screens/{name}.txt");

    /// <summary>Fails if it shows anything else, or agrees to that when <c>UPDATE_SCREENS</c> is 1.</summary>
    public void ShouldBe(string shown)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENS") == "1")
            File.WriteAllText(_path, shown);
        Assert.Equal(File.ReadAllText(_path).ReplaceLineEndings("\n"), shown);
    }
}
