using System.Globalization;
using CauseFitting;
using FleetGenerator;
using FleetGenerator.Stories;
using IoTHubDisconnect;

int first = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 501;
int seeds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 3;
var total = new StoryFigures("all");
var tables = StoryBook
    .All.AsParallel()
    .AsOrdered()
    .WithDegreeOfParallelism(2)
    .Select(story =>
    {
        var figures = new StoryFigures(story.Name);
        for (int seed = first; seed < first + seeds; seed++)
        {
            ToldStory told = story.Simulate(seed);
            foreach (
                LabelledDisconnect d in LabelledDisconnects.Of(told.Fleet, l => told.DeviceIds.Contains(l.DeviceId))
            )
                figures.Add(
                    d.Label,
                    DisconnectCause.Resolve(d.Disconnect, ResolveOptions.None, CultureInfo.InvariantCulture)
                );
        }
        return figures;
    });
Console.WriteLine(string.Join(" | ", StoryFigures.Heading));
foreach (StoryFigures figures in tables)
{
    total.Add(figures);
    Console.WriteLine(string.Join(" | ", figures.Row));
}
Console.WriteLine(string.Join(" | ", total.Row));
