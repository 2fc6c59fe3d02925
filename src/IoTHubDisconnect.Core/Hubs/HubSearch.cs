namespace IoTHubDisconnect.Hubs;

/// <summary>Which hubs are looked for; what is empty or null narrows nothing.</summary>
internal sealed record HubSearch
{
    /// <summary>The hubs' names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The resource group.</summary>
    public string? ResourceGroup { get; init; }

    /// <summary>The subscriptions, by id or by name; none for all that the identity sees.</summary>
    public IReadOnlyList<string> Subscriptions { get; init; } = [];

    /// <summary>Looks for the one hub, as far as it is known.</summary>
    public static HubSearch For(HubName hub) =>
        new()
        {
            Names = hub.Name is null ? [] : [hub.Name],
            ResourceGroup = hub.ResourceGroup,
            Subscriptions = hub.SubscriptionId is null ? [] : [hub.SubscriptionId],
        };

    /// <summary>Where the hubs are looked for.</summary>
    public override string ToString() =>
        $"{(ResourceGroup is null ? "" : $"resource group '{ResourceGroup}' of ")}"
        + (
            Subscriptions.Count == 0
                ? "the subscriptions that the identity sees"
                : $"subscription {string.Join(", ", Subscriptions)}"
        );
}
