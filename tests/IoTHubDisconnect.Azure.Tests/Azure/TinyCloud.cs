using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AzureStandIn;
using AzureStandIn.Identity;

namespace IoTHubDisconnect.Azure.Tests;

/// <summary>A cloud with a log small enough to know by heart, and with an identity of every kind.</summary>
public sealed class TinyCloud : Cloud
{
    public static ManagedIdentity UserAssigned { get; } =
        new()
        {
            ClientId = new Guid("3f6f2b9e-0000-4000-8000-0000000000c3"),
            ResourceId =
                "/subscriptions/6f1e2d3c-63b6-4000-8000-0123456789ab/resourceGroups/contoso-iot/providers"
                + "/Microsoft.ManagedIdentity/userAssignedIdentities/reports",
        };

    /// <summary>A certificate with its private key.</summary>
    public X509Certificate2 Certificate { get; } = MakeCertificate();

    public ServicePrincipal Holder => Azure.Options.ServicePrincipals[1];

    protected override StandInOptions Options =>
        new()
        {
            ManagedIdentities = [ManagedIdentity.DefaultSystemAssigned, UserAssigned],
            ServicePrincipals =
            [
                ServicePrincipal.Default,
                new ServicePrincipal
                {
                    ClientId = new Guid("3f6f2b9e-0000-4000-8000-0000000000c4"),
                    Certificate = Certificate,
                },
                new ServicePrincipal
                {
                    ClientId = new Guid("3f6f2b9e-0000-4000-8000-0000000000c5"),
                    Secret = "expired~secret",
                    SecretExpired = true,
                },
            ],
        };

    internal static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=reports", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
    }
}

/// <summary>
/// Managed identities, Azure CLI and the chain are found by the environment of the process, so the tests that set it
/// run alone.
/// </summary>
[CollectionDefinition(nameof(TinyCloud), DisableParallelization = true)]
public sealed class TinyCloudCollection : ICollectionFixture<TinyCloud>;
