namespace FleetGenerator.Stories;

/// <summary>All stories.</summary>
public static class StoryBook
{
    /// <summary>In the order of who has a part in them: networks, devices, tokens, hubs.</summary>
    public static IReadOnlyList<Story> All { get; } =
    [.. NetworkStories.All, .. DeviceStories.All, .. TokenStories.All, .. HubStories.All];
}
