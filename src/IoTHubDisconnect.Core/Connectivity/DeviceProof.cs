using System.Security.Cryptography.X509Certificates;

namespace IoTHubDisconnect.Connectivity;

/// <summary>What a device proves itself with. Text forms never show a secret.</summary>
internal abstract record DeviceProof
{
    public sealed override string ToString() => GetType().Name;
}

/// <summary>A key, which makes tokens.</summary>
/// <param name="Key">Base64.</param>
/// <param name="Policy">The hub's policy that the key is of; null for the device's own key.</param>
internal sealed record KeyProof(string Key, string? Policy) : DeviceProof;

/// <summary>A token that someone else made.</summary>
internal sealed record TokenProof(string Token) : DeviceProof;

/// <summary>A certificate with its private key.</summary>
internal sealed record CertificateProof(X509Certificate2 Certificate) : DeviceProof;
