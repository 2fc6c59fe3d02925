namespace IoTHubDisconnect.Shell.Tests;

public class LineHistoryTests
{
    [Fact]
    public void Walk_goes_back_and_returns_to_what_was_being_typed()
    {
        LineHistory history = new();
        foreach (string line in new[] { "first", "second", "second", " " })
            history.Add(line);

        Assert.Equal("second", history.Older("draft"));
        Assert.Equal("first", history.Older("second"));
        Assert.Equal("first", history.Older("first"));
        Assert.Equal("second", history.Newer("first"));
        Assert.Equal("draft", history.Newer("second"));
        Assert.Equal("draft", history.Newer("draft"));
    }

    [Fact]
    public void Empty_history_leaves_the_line() => Assert.Equal("draft", new LineHistory().Older("draft"));
}
