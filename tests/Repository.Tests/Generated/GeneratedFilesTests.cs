using System.Globalization;
using IoTHubDisconnect.Generate;
using IoTHubDisconnect.Generate.Catalogue;

namespace IoTHubDisconnect.Tests.Generated;

public class GeneratedFilesTests
{
    public static TheoryData<string> Paths => [.. GeneratedFile.All.Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void File_is_what_its_source_gives(string path) =>
        Assert.True(
            GeneratedFile.All.Single(file => file.Path == path).IsCurrent,
            $"Run 'dotnet run --project tools/Generate' and commit {path}."
        );

    [Fact]
    public void Every_page_of_a_cause_is_of_one_that_is_told_apart() =>
        Assert.Equal(
            Enum.GetNames<CauseName>().Append("README").Order(),
            Directory
                .EnumerateFiles(Repository.PathOf("docs/causes"), "*.md")
                .Select(Path.GetFileNameWithoutExtension)
                .Order()
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
}
