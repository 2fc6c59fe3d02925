using HubStandIn.Registry;

namespace HubStandIn.Authentication;

/// <summary>The hub's answer to credentials.</summary>
internal sealed record Admission
{
    /// <summary>Who it is; null where refused.</summary>
    public HubIdentity? Identity { get; init; }

    /// <summary>Why not; null where admitted.</summary>
    public HubErrorCode? Refusal { get; init; }

    /// <summary>UTC; when the token expires, null for a certificate.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True for X.509.</summary>
    public bool UsesCertificate { get; init; }

    public static Admission Refused(HubErrorCode code, bool usesCertificate = false) =>
        new() { Refusal = code, UsesCertificate = usesCertificate };
}
