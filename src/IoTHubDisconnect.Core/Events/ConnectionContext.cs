using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Sdks;

namespace IoTHubDisconnect.Events;

/// <summary>What a row tells of the connection besides when and who: protocol, authentication, SDK and address.</summary>
internal sealed class ConnectionContext
{
    public const byte Separator = 0x1F;

    public static readonly ConnectionContext Empty = new(new byte[] { Separator, Separator, Separator });

    public ConnectionContext(ReadOnlySpan<byte> key)
    {
        Protocol = Next(ref key);
        AuthenticationType = TypeOf(Next(ref key));
        Sdk = SdkIdentity.Parse(Next(ref key) ?? "");
        MaskedIpAddress = key.IsEmpty ? null : Encoding.UTF8.GetString(key);
        IsAmqp = Protocol?.StartsWith("Amqp", StringComparison.OrdinalIgnoreCase) == true;
        UsesCertificate = AuthenticationType?.StartsWith("x509", StringComparison.OrdinalIgnoreCase) == true;
    }

    public string? Protocol { get; }

    public string? AuthenticationType { get; }

    public SdkIdentity Sdk { get; }

    public string? MaskedIpAddress { get; }

    public bool IsAmqp { get; }

    public bool UsesCertificate { get; }

    private static string? Next(ref ReadOnlySpan<byte> key)
    {
        var end = key.IndexOf(Separator);
        var part = key[..end];
        key = key[(end + 1)..];
        return part.IsEmpty ? null : Encoding.UTF8.GetString(part);
    }

    private static string? TypeOf(string? authType)
    {
        if (authType is null || !authType.StartsWith('{')) return authType;
        try
        {
            using var json = JsonDocument.Parse(authType);
            return json.RootElement.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
