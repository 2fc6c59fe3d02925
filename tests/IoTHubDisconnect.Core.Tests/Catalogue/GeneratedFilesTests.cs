using System.Globalization;

namespace IoTHubDisconnect.Core.Tests.Catalogue;

public class GeneratedFilesTests
{
    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    public void About_topic_is_current(string culture) =>
        new GeneratedFile($"module/{culture}/about_IoTHubDisconnect.help.txt").ShouldBe(
            new AboutTopic(new CultureInfo(culture)).Render()
        );

    [Theory]
    [InlineData("en-US")]
    [InlineData("tr-TR")]
    public void About_topic_keeps_to_80_columns_but_for_links(string culture)
    {
        var lines = new AboutTopic(new CultureInfo(culture)).Render().Split('\n');

        Assert.All(
            lines,
            line =>
                Assert.True(
                    line.Length <= 80 || line.TrimStart().StartsWith("https://", StringComparison.Ordinal),
                    line
                )
        );
        Assert.DoesNotContain(lines, line => line.EndsWith(' '));
        Assert.StartsWith("    ", lines[4]);
    }

    [Fact]
    public void Readme_table_is_current()
    {
        var readme = new GeneratedFile("README.md");
        var expected = CauseTable.PlaceIn(readme.Committed ?? "");

        Assert.True(expected is not null, $"README.md must hold the markers {CauseTable.Start} and {CauseTable.End}.");
        readme.ShouldBe(expected);
    }

    [Fact]
    public void Expected_causes_are_current() =>
        new GeneratedFile("src/IoTHubDisconnect.Core/Catalogue/ExpectedCauses.cs").ShouldBe(
            ExpectedCausesSource.Render()
        );

    [Fact]
    public void Table_of_codes_is_current() =>
        new GeneratedFile("src/IoTHubDisconnect.Core/Catalogue/ErrorCodes.Table.cs").ShouldBe(
            new ErrorCodeSource().Render()
        );
}
