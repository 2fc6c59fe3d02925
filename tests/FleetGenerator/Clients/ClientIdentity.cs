namespace FleetGenerator.Clients;

/// <summary>What the log shows of the client that holds a connection.</summary>
/// <param name="Transport">Its protocol.</param>
/// <param name="UsesCertificate">True for X.509, false for SAS.</param>
/// <param name="MaskedIpAddress">Its address with the last part masked.</param>
/// <param name="SdkVersion">What it says it is; null where it says nothing.</param>
internal sealed record ClientIdentity(
    Transport Transport,
    bool UsesCertificate,
    string MaskedIpAddress,
    string? SdkVersion
);
