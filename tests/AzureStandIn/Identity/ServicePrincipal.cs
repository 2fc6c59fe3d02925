using System.Security.Cryptography.X509Certificates;

namespace AzureStandIn.Identity;

/// <summary>An application and the credentials that it may show.</summary>
public sealed record ServicePrincipal
{
    /// <summary>The application (client) id.</summary>
    public required Guid ClientId { get; init; }

    /// <summary>The id of its principal in the directory, which role assignments name.</summary>
    public Guid ObjectId { get; init; } = Guid.NewGuid();

    /// <summary>A client secret; null where it has none.</summary>
    public string? Secret { get; init; }

    /// <summary>True where the secret's time is over.</summary>
    public bool SecretExpired { get; init; }

    /// <summary>A certificate with its public key; null where it has none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>The subject of a federated token that is taken for this application; null where none is.</summary>
    public string? FederatedSubject { get; init; }

    /// <summary>The one that a stand-in knows if not told otherwise.</summary>
    public static ServicePrincipal Default { get; } =
        new()
        {
            ClientId = new Guid("3f6f2b9e-0000-4000-8000-0000000000c1"),
            ObjectId = new Guid("3f6f2b9e-0000-4000-8000-0000000000d1"),
            Secret = "stand-in~secret.of_the-default",
            FederatedSubject = "system:serviceaccount:reports:disconnects",
        };
}
