using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AzureStandIn.Certificates;

/// <summary>A certificate authority that lives as long as the process; its key is written nowhere.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(2);

    private readonly X509Certificate2 _authority;

    private CertificateAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=Azure stand-in {Guid.NewGuid():N}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow + Validity);
        PemPath = AuthorityFolder.Add(_authority);
    }

    /// <summary>
    /// The process's authority. One for all stand-ins, as .NET reads the trusted ones but once in a while.
    /// </summary>
    public static CertificateAuthority Current => LazyCurrent.Value;

    private static Lazy<CertificateAuthority> LazyCurrent { get; } = new(() => new CertificateAuthority());

    /// <summary>The file with the authority's certificate.</summary>
    public string PemPath { get; }

    /// <summary>A server's certificate for the loopback names.</summary>
    public X509Certificate2 IssueLoopback() =>
        Issue(["localhost", IPAddress.Loopback.ToString()], _authority.NotBefore, _authority.NotAfter);

    /// <summary>A server's certificate for host names and addresses.</summary>
    public X509Certificate2 Issue(IReadOnlyList<string> hosts, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = ServerCertificate.Request(hosts, key);
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(_authority, true, false)
        );
        using var issued = request.Create(
            _authority.SubjectName,
            X509SignatureGenerator.CreateForECDsa(_authority.GetECDsaPrivateKey()!),
            from,
            until,
            Guid.NewGuid().ToByteArray()
        );
        using var withKey = issued.CopyWithPrivateKey(key);
        return ServerCertificate.Usable(withKey);
    }

    /// <inheritdoc/>
    public void Dispose() => _authority.Dispose();
}
