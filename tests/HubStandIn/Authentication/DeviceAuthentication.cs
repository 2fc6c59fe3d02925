using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HubStandIn.Registry;

namespace HubStandIn.Authentication;

/// <summary>Decides who may sign in as which device.</summary>
internal sealed class DeviceAuthentication(StandInHubOptions options, HubRegistry registry, HubConditions conditions)
{
    /// <summary>Looks at the credentials of a device or module, whatever protocol they came by.</summary>
    public Admission Admit(string deviceId, string? moduleId, string? token, X509Certificate2? certificate)
    {
        var byCertificate = string.IsNullOrEmpty(token);
        if (conditions.Refusal is { } refusal)
            return Admission.Refused(refusal, byCertificate);
        if (registry.Find(deviceId) is not { } device)
            return Admission.Refused(HubErrorCode.DeviceNotFound, byCertificate);
        if (registry.Find(deviceId, moduleId) is not { } identity)
            return Admission.Refused(HubErrorCode.ModuleNotFound, byCertificate);
        if (!device.IsEnabled || !identity.IsEnabled)
            return Admission.Refused(HubErrorCode.DeviceDisabled, byCertificate);
        return byCertificate
            ? ByCertificate(identity, certificate)
            : ByToken(identity, SharedAccessSignature.Parse(token));
    }

    private Admission ByToken(HubIdentity identity, SharedAccessSignature? token)
    {
        var good =
            token is not null
            && IsSigned(token, identity)
            && Covers(token.Resource, identity)
            && token.ExpiresAt + options.ClockSkewAllowance > options.Clock.GetUtcNow();
        if (!good)
            return Admission.Refused(HubErrorCode.IotHubUnauthorized);
        identity.TokenExpiresAt = token!.ExpiresAt;
        return new Admission { Identity = identity, ExpiresAt = token.ExpiresAt };
    }

    private bool IsSigned(SharedAccessSignature token, HubIdentity identity)
    {
        if (token.Policy is null)
            return identity.Authentication == AuthenticationType.Sas
                && token.IsSignedWith(identity.PrimaryKey, identity.SecondaryKey);
        SharedAccessPolicy? policy = options.Policies.FirstOrDefault(policy => policy.Name == token.Policy);
        return policy is not null
            && policy.Rights.HasFlag(HubRights.DeviceConnect)
            && token.IsSignedWith(policy.PrimaryKey, policy.SecondaryKey);
    }

    /// <summary>A token for the hub, or for a path, is good for all that is below.</summary>
    private bool Covers(string resource, HubIdentity identity)
    {
        var parts = resource.Split('/', 2);
        if (!options.IsOwnName(parts[0]))
            return false;
        var path = identity.ModuleId is null
            ? $"devices/{identity.DeviceId}"
            : $"devices/{identity.DeviceId}/modules/{identity.ModuleId}";
        var given = parts.Length == 1 ? "" : parts[1].Trim('/');
        return given.Length == 0 || path == given || path.StartsWith(given + "/", StringComparison.Ordinal);
    }

    private Admission ByCertificate(HubIdentity identity, X509Certificate2? certificate)
    {
        var isKnown =
            certificate is not null
            && identity.Authentication switch
            {
                AuthenticationType.SelfSigned => HasThumbprint(
                    certificate,
                    identity.PrimaryThumbprint,
                    identity.SecondaryThumbprint
                ),
                AuthenticationType.CertificateAuthority => certificate.GetNameInfo(X509NameType.SimpleName, false)
                    == identity.ClientId
                    && options.DeviceAuthorities.Any(authority =>
                        authority.HasSigned(certificate, options.Clock.GetUtcNow())
                    ),
                _ => false,
            };
        return isKnown
            ? new Admission { Identity = identity, UsesCertificate = true }
            : Admission.Refused(HubErrorCode.IotHubUnauthorized, usesCertificate: true);
    }

    private static bool HasThumbprint(X509Certificate2 certificate, params IEnumerable<string?> known) =>
        new[] { HashAlgorithmName.SHA1, HashAlgorithmName.SHA256 }
            .Select(certificate.GetCertHashString)
            .Any(thumbprint => known.Any(other => IsSame(thumbprint, other)));

    private static bool IsSame(string thumbprint, string? known) =>
        string.Equals(
            thumbprint,
            known?.Replace(":", "", StringComparison.Ordinal),
            StringComparison.OrdinalIgnoreCase
        );
}
