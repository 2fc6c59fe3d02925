namespace FleetGenerator.Stories;

/// <summary>
/// One phenomenon that befalls devices, networks, carriers, hubs or owners, with the true cause of each disconnect.
/// </summary>
/// <param name="Name">Short and fixed, such as <c>nightly-reboot</c>.</param>
/// <param name="Tell">Makes what happens, from parameters drawn at random.</param>
public sealed record Story(string Name, Action<StoryWorld> Tell)
{
    /// <summary>How many hours the log shows.</summary>
    public double Hours { get; init; } = 48;

    /// <summary>Simulates the story; the seed decides its parameters.</summary>
    public ToldStory Simulate(int seed)
    {
        var world = new StoryWorld(Name, seed, Hours);
        Tell(world);
        world.AddNeighbours();
        return world.Finish();
    }
}

/// <summary>A simulated story.</summary>
/// <param name="Fleet">Its rows and labels.</param>
/// <param name="DeviceIds">The devices that it is about; the others are ordinary neighbours.</param>
public sealed record ToldStory(Fleet Fleet, IReadOnlySet<string> DeviceIds);
