namespace AzureStandIn.Identity;

/// <summary>What an access token says.</summary>
public sealed record AccessToken
{
    /// <summary>The resource that it is for.</summary>
    public required string Audience { get; init; }

    /// <summary>The directory that issued it.</summary>
    public required Guid TenantId { get; init; }

    /// <summary>The application that asked for it.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>The principal that it stands for.</summary>
    public required Guid ObjectId { get; init; }

    /// <summary>UTC; from then on it is refused.</summary>
    public required DateTimeOffset ExpiresOn { get; init; }
}
