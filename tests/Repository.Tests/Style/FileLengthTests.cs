namespace IoTHubDisconnect.Tests.Style;

public class FileLengthTests
{
    private const int Longest = 250;

    [Fact]
    public void Files_of_code_keep_to_250_lines()
    {
        var tooLong =
            from file in SourceFile.All
            let lines = File.ReadLines(Repository.PathOf(file)).Count()
            where lines > Longest
            select $"{file}: {lines} lines";

        Assert.Empty(tooLong);
    }
}
