using System.Security.Cryptography.X509Certificates;
using IoTHubDisconnect.Connectivity;

namespace IoTHubDisconnect.Commands;

/// <summary>What a person gave to sign in with; at most one of the proofs is set.</summary>
internal sealed record DeviceCredentials
{
    public HubConnectionString? ConnectionString { get; init; }

    public string? Key { get; init; }

    public string? Policy { get; init; }

    public string? Token { get; init; }

    public X509Certificate2? Certificate { get; init; }

    /// <summary>The proof; null where there is none.</summary>
    /// <exception cref="FormatException">The key or token is none.</exception>
    public DeviceProof? Proof =>
        Key is not null
            ? new KeyProof(
                HubConnectionString.IsBase64(Key)
                    ? Key
                    : throw new FormatException("The SharedAccessKey is no base64: part of it may be missing."),
                Policy
            )
        : Token is not null
            ? new TokenProof(
                SharedAccessToken.Read(Token) is not null
                    ? Token
                    : throw new FormatException(
                        "The SasToken has not the form of one, which begins with SharedAccessSignature sr=."
                    )
            )
        : Certificate is not null ? new CertificateProof(Certificate)
        : ConnectionString?.Proof;

    public override string ToString() => nameof(DeviceCredentials);
}
