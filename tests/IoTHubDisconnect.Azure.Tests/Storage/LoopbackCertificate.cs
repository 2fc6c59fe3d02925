using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace IoTHubDisconnect.Azure.Tests.Storage;

/// <summary>A certificate for 127.0.0.1 that this process trusts, in the files that Azurite wants.</summary>
internal sealed class LoopbackCertificate : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azurite-");
    private readonly string _trusted;

    public LoopbackCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Azurite {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(CertificatePath, Certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());

        // Where .NET looks for authorities in this process: the project's run settings say so.
        var authorities = Environment.GetEnvironmentVariable("AZURE_STAND_IN_AUTHORITIES")!;
        Directory.CreateDirectory(authorities);
        _trusted = Path.Combine(authorities, $"azurite-{Guid.NewGuid():N}.pem");
        File.Copy(CertificatePath, _trusted);
    }

    public X509Certificate2 Certificate { get; }

    public string CertificatePath => Path.Combine(_folder.FullName, "certificate.pem");

    public string KeyPath => Path.Combine(_folder.FullName, "key.pem");

    public void Dispose()
    {
        Certificate.Dispose();
        File.Delete(_trusted);
        _folder.Delete(recursive: true);
    }
}
