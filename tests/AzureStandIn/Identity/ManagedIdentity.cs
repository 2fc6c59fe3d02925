namespace AzureStandIn.Identity;

/// <summary>A managed identity of the machine.</summary>
public sealed record ManagedIdentity
{
    /// <summary>Its client id.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>The id of its principal in the directory.</summary>
    public Guid ObjectId { get; init; } = Guid.NewGuid();

    /// <summary>The ARM id of a user-assigned identity; null for the system-assigned one.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The one that a stand-in knows if not told otherwise.</summary>
    public static ManagedIdentity DefaultSystemAssigned { get; } =
        new()
        {
            ClientId = new Guid("3f6f2b9e-0000-4000-8000-0000000000c2"),
            ObjectId = new Guid("3f6f2b9e-0000-4000-8000-0000000000d2"),
        };
}
