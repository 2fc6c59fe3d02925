using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using AzureStandIn.Certificates;

namespace HubStandIn.Network;

/// <summary>The good certificate and the bad ones, made when they are first asked for.</summary>
internal sealed class ServerCertificates(IReadOnlyList<string> hosts)
{
    private readonly ConcurrentDictionary<ServerCertificateKind, SslStreamCertificateContext> _made = new();

    public SslStreamCertificateContext Of(ServerCertificateKind kind) =>
        _made.GetOrAdd(kind, kind => SslStreamCertificateContext.Create(Make(kind), null, offline: true));

    private X509Certificate2 Make(ServerCertificateKind kind)
    {
        var now = DateTimeOffset.UtcNow;
        var authority = CertificateAuthority.Current;
        return kind switch
        {
            ServerCertificateKind.Expired => authority.Issue(hosts, now.AddDays(-30), now.AddDays(-1)),
            ServerCertificateKind.NotYetValid => authority.Issue(hosts, now.AddDays(1), now.AddDays(30)),
            ServerCertificateKind.SelfSigned => ServerCertificate.SelfSigned(hosts),
            ServerCertificateKind.WrongHost => authority.Issue(
                ["other.azure-devices.net"],
                now.AddHours(-1),
                now.AddDays(1)
            ),
            _ => authority.Issue(hosts, now.AddHours(-1), now.AddDays(1)),
        };
    }
}
