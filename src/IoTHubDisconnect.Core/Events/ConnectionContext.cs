using IoTHubDisconnect.Sdks;

namespace IoTHubDisconnect.Events;

/// <summary>What a row tells of the connection besides when and who: protocol, authentication, SDK and address.</summary>
internal sealed class ConnectionContext(string? protocol, string? authenticationType, SdkIdentity sdk, string? maskedIpAddress, int site)
{
    public const byte Separator = 0x1F;

    public string? Protocol { get; } = protocol;

    public string? AuthenticationType { get; } = authenticationType;

    public SdkIdentity Sdk { get; } = sdk;

    public string? MaskedIpAddress { get; } = maskedIpAddress;

    /// <summary>A number for the masked address; equal addresses have equal numbers. -1 without an address.</summary>
    public int Site { get; } = site;

    public bool IsAmqp { get; } = protocol?.StartsWith("Amqp", StringComparison.OrdinalIgnoreCase) == true;

    public bool UsesCertificate { get; } = authenticationType?.StartsWith("x509", StringComparison.OrdinalIgnoreCase) == true;
}
