namespace FleetGenerator.Stories;

/// <summary>All stories.</summary>
public static class StoryBook
{
    /// <summary>
    /// In the order of who has a part in them: middleboxes, lines, sites, restarts, devices, tokens, credentials, hubs,
    /// identities.
    /// </summary>
    public static IReadOnlyList<Story> All { get; } =
    [
        .. MiddleboxStories.All,
        .. ForgottenStories.All,
        .. NetworkStories.All,
        .. SiteStories.All,
        .. HostStories.All,
        .. RestartStories.All,
        .. DeviceStories.All,
        .. TokenStories.All,
        .. CredentialStories.All,
        .. HubStories.All,
        .. IdentityStories.All,
    ];
}
