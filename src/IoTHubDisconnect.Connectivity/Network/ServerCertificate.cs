using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.Network;

/// <summary>The certificate that the other side showed, and what this machine thinks of it.</summary>
/// <param name="Problem">Why it is not trusted; null where it is.</param>
/// <param name="Reason">That, for people.</param>
/// <param name="IsInspected">Whether it is trusted, but not one that Azure would show.</param>
/// <param name="Facts">What it says.</param>
internal sealed record ServerCertificate(
    F? Problem,
    string Reason,
    bool IsInspected,
    IReadOnlyDictionary<string, object?> Facts
)
{
    // https://learn.microsoft.com/azure/security/fundamentals/azure-ca-details
    private static readonly string[] AzureAuthorities = ["DigiCert", "Baltimore", "Microsoft", "D-TRUST"];
    private static readonly string[] AzureSuffixes = [".azure-devices.net", ".azure-devices.us", ".azure-devices.cn"];

    public static ServerCertificate Of(
        X509Certificate2? certificate,
        X509Chain? chain,
        SslPolicyErrors errors,
        string host
    )
    {
        if (certificate is null || chain is null)
            return new ServerCertificate(
                F.TlsRefused,
                "The other side showed no certificate.",
                false,
                new Dictionary<string, object?>()
            );
        var links = chain.ChainElements.Select(element => element.Certificate).ToArray();
        var root = links[^1];
        var facts = new Dictionary<string, object?>
        {
            ["Subject"] = NameOf(certificate),
            ["Issuer"] = certificate.GetNameInfo(X509NameType.SimpleName, true),
            ["NotBefore"] = new DateTimeOffset(certificate.NotBefore).ToUniversalTime(),
            ["NotAfter"] = new DateTimeOffset(certificate.NotAfter).ToUniversalTime(),
            ["Thumbprint"] = certificate.Thumbprint,
            ["Chain"] = links.Select(NameOf).ToArray(),
            ["Root"] = NameOf(root),
        };
        var (problem, reason) = Judge(certificate, links, chain, errors, host);
        var isAzure = AzureSuffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
        var isInspected =
            problem is null
            && isAzure
            && !AzureAuthorities.Any(name => root.Subject.Contains(name, StringComparison.OrdinalIgnoreCase));
        return new ServerCertificate(problem, reason, isInspected, facts);
    }

    private static (F? Problem, string Reason) Judge(
        X509Certificate2 certificate,
        X509Certificate2[] links,
        X509Chain chain,
        SslPolicyErrors errors,
        string host
    )
    {
        var now = DateTime.Now;
        if (links.FirstOrDefault(link => link.NotAfter < now) is { } expired)
            return (
                F.CertificateExpired,
                $"The certificate of {NameOf(expired)} expired {Date(expired.NotAfter)}, by this machine's clock."
            );
        if (links.FirstOrDefault(link => link.NotBefore > now) is { } early)
            return (
                F.CertificateNotYetValid,
                $"The certificate of {NameOf(early)} is valid from {Date(early.NotBefore)} only, by this "
                    + "machine's clock."
            );
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return (F.CertificateWrongHost, $"The certificate is that of {NamesOf(certificate)}, not of {host}.");
        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return (
                null,
                $"certificate of {NameOf(certificate)} until {Day(certificate.NotAfter)}, root {NameOf(links[^1])}."
            );
        if (links.Length == 1 && certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData))
            return (
                F.CertificateSelfSigned,
                $"The certificate of {NameOf(certificate)} is signed by nobody but itself."
            );
        var status = string.Join(", ", chain.ChainStatus.Select(s => s.Status));
        return (
            F.CertificateUntrusted,
            $"This machine does not trust {links[^1].GetNameInfo(X509NameType.SimpleName, true)}, which the "
                + $"certificate goes back to ({status})."
        );
    }

    private static string NameOf(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.SimpleName, false) is { Length: > 0 } name ? name : certificate.Subject;

    private static string NamesOf(X509Certificate2 certificate) =>
        certificate
            .Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames())
            .ToArray()
            is { Length: > 0 } names
            ? string.Join(", ", names.Take(3))
            : NameOf(certificate);

    private static string Day(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Date(DateTime time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
