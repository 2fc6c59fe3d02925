using System.Text;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// What a row tells of the connection besides when and who: protocol, authentication, SDK and address.
/// </summary>
internal sealed class ConnectionContext(ConnectionChannel channel, SdkIdentity sdk, Utf8Interner addresses, int site)
{
    public const byte Separator = 0x1F;

    private string? _address;

    public string? Protocol => channel.Protocol;

    public string? AuthenticationType => channel.AuthenticationType;

    public SdkIdentity Sdk { get; } = sdk;

    /// <summary>As the log has it; few are ever looked at.</summary>
    public string? MaskedIpAddress => Site < 0 ? null : _address ??= Encoding.UTF8.GetString(addresses[Site]);

    /// <summary>A number for the masked address; equal addresses have equal numbers. -1 without an address.</summary>
    public int Site { get; } = site;

    public bool IsAmqp => channel.IsAmqp;

    public bool UsesCertificate => channel.UsesCertificate;

    /// <summary>No SAS token can end the connection: X.509 has none, and AMQP renews it without a drop.</summary>
    public bool HasNoTokenClock => UsesCertificate || IsAmqp;
}
