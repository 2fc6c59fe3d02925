namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// How a connection is made and who vouches for it: the part of a
/// <see cref="ConnectionContext"/> of which a fleet has a handful.
/// </summary>
internal sealed class ConnectionChannel(string? protocol, string? authenticationType)
{
    public string? Protocol { get; } = protocol;

    public string? AuthenticationType { get; } = authenticationType;

    public bool IsAmqp { get; } =
        protocol?.StartsWith(TokenExpiry.RenewedInPlace, StringComparison.OrdinalIgnoreCase) == true;

    public bool UsesCertificate { get; } =
        TokenExpiry.Certificates.Any(c =>
            authenticationType?.StartsWith(c, StringComparison.OrdinalIgnoreCase) == true
        );
}
