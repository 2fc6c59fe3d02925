namespace FleetGenerator.Stories;

/// <summary>All stories.</summary>
public static class StoryBook
{
    /// <summary>In the order of who has a part in them: networks, sites, devices, tokens, hubs.</summary>
    public static IReadOnlyList<Story> All { get; } =
    [.. NetworkStories.All, .. SiteStories.All, .. DeviceStories.All, .. TokenStories.All, .. HubStories.All];
}
