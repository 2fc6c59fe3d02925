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
        report.WriteHeading(
            $"Stories, as the module ships (seeds {FirstSeed} to {FirstSeed + Seeds - 1}, which it was not fitted to)"
        );
        report.WriteTable(
            StoryFigures.Heading,
            StoryBook.All.Select(story => StoryFigures.Of(story, FirstSeed, Seeds).Row)
        );
        report.WriteHeading("Stories left out, each answered by parameters that were fitted without it");
        report.WriteTable(StoryFigures.Heading, new Trial(Shipped()).Figures().Select(figures => figures.Row));
    }

    private static JsonObject Shipped()
    {
        using var stream = EmbeddedResource.Open("causes.json");
        return JsonNode.Parse(stream)!.AsObject();
    }
}
