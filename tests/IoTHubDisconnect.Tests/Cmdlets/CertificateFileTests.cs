using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using IoTHubDisconnect.Tests.Engine;
using IoTHubDisconnect.Tests.Logs;

namespace IoTHubDisconnect.Tests.Cmdlets;

/// <summary>A file without the certificate that it is to hold is told of as a file, whoever was to sign in.</summary>
public sealed class CertificateFileTests : IDisposable
{
    private static readonly PbeParameters Encryption = new(
        PbeEncryptionAlgorithm.Aes256Cbc,
        HashAlgorithmName.SHA256,
        1000
    );

    private readonly LogFolder _folder = new();
    private readonly Session _session = new();

    [Theory]
    [InlineData("-CertificatePath $folder/none.pem", "CertificateNotFound", "-CertificatePath")]
    [InlineData("-CertificatePath $folder/none/none.pfx", "CertificateNotFound", "-CertificatePath")]
    [InlineData("-CertificatePath $folder", "CertificateNotRead", "may read")]
    [InlineData("-CertificatePath Env:/x", "PathNotFileSystem", "file system")]
    [InlineData("-CertificatePath $pfx", "WrongCertificatePassword", "-CertificatePassword")]
    [InlineData("-CertificatePath $pfx -CertificatePassword no", "WrongCertificatePassword", "-CertificatePassword")]
    [InlineData("-CertificatePath $locked", "WrongCertificatePassword", "-CertificatePassword")]
    [InlineData("-CertificatePath $locked -CertificatePassword no", "WrongCertificatePassword", "-CertificatePassword")]
    [InlineData("-CertificatePath $open -CertificatePassword no", "NoCertificate", "where the key has none")]
    [InlineData("-CertificatePath $half", "NoCertificate", "private key")]
    [InlineData("-CertificatePath $text", "NoCertificate", "PFX")]
    public void The_error_is_of_the_file(string parameters, string id, string action)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=d", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        var pem = certificate.ExportCertificatePem();
        foreach (
            var cmdlet in (string[])
                [
                    "Connect-IoTHubDisconnect -ApplicationId a -TenantId t",
                    "Test-DeviceConnectivity -HubName 127.0.0.1 -DeviceId d",
                ]
        )
        {
            var error = _session
                .Run(
                    $"{cmdlet} {parameters} -WarningAction Ignore",
                    ("folder", _folder.Path),
                    ("pfx", _folder.WriteBytes("a.pfx", certificate.Export(X509ContentType.Pkcs12, "yes"))),
                    (
                        "locked",
                        _folder.Write("a.pem", pem + "\n" + key.ExportEncryptedPkcs8PrivateKeyPem("yes", Encryption))
                    ),
                    ("open", _folder.Write("b.pem", pem + "\n" + key.ExportPkcs8PrivateKeyPem())),
                    ("half", _folder.Write("c.pem", pem)),
                    ("text", _folder.Write("a.txt", "no certificate"))
                )
                .TheError;

            Assert.StartsWith($"{id},", error.FullyQualifiedErrorId);
            Assert.Contains(action, error.ErrorDetails.RecommendedAction);
            Assert.DoesNotContain("App registrations", error.ErrorDetails.RecommendedAction);
        }
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
