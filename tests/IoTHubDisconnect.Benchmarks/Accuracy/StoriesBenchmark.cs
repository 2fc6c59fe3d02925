using System.Text.Json.Nodes;
using CauseFitting;
using FleetGenerator.Stories;
using IoTHubDisconnect.Benchmarks.Harness;

namespace IoTHubDisconnect.Benchmarks.Accuracy;

/// <summary>
/// How often the answers are right, story by story: as the module ships, and where it had not been fitted to
/// the story.
/// </summary>
internal static class StoriesBenchmark
{
    private const int FirstSeed = 901;
    private const int Seeds = 3;

    public static void Run(BenchmarkOptions options, Report report)
    {
        var leftOut = new Trial(Shipped()).Figures().ToLookup(figures => !Observation.Ordinary.Contains(figures.Story));
        report.WriteHeading(
            $"Stories, as the module ships (seeds {FirstSeed} to {FirstSeed + Seeds - 1}, which it was not fitted to), "
                + "and left out: answered by parameters that were fitted without the story"
        );
        report.WriteTable(
            [.. StoryFigures.Heading, .. StoryFigures.LeftOutHeading],
            leftOut[true]
                .Zip(
                    StoryBook.All,
                    (without, story) => (string[])[.. StoryFigures.Of(story, FirstSeed, Seeds).Row, .. without.LeftOut]
                )
        );
        report.WriteHeading("Ordinary fleets, which the parameters were fitted to");
        report.WriteTable(StoryFigures.Heading, leftOut[false].Select(figures => figures.Row));
    }

    private static JsonObject Shipped()
    {
        using var stream = EmbeddedResource.Open("causes.json");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
