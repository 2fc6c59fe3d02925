using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>Certificates as devices have them that sign in by thumbprint.</summary>
internal static class DeviceCertificate
{
    public static X509Certificate2 Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=device-1", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(2));
    }
}
