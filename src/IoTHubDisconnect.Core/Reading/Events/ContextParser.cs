using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// Reads contexts from their keys. Many differ in the address alone, so they share
/// what is equal. On one thread at a time.
/// </summary>
internal sealed class ContextParser
{
    private readonly Dictionary<int, ConnectionChannel> _channels = [];
    private readonly Utf8Interner _sdkVersions = new();
    private readonly List<SdkIdentity> _sdks = [];
    private readonly Utf8Interner _addresses = new();

    /// <param name="channel">The channel's number.</param>
    /// <param name="channelKey">Protocol and authentication.</param>
    /// <param name="clientKey">SDK and address.</param>
    [MethodImpl(HotPath.Reading)]
    public ConnectionContext Parse(int channel, ReadOnlySpan<byte> channelKey, ReadOnlySpan<byte> clientKey)
    {
        if (!_channels.TryGetValue(channel, out var known))
            _channels.Add(channel, known = ParseChannel(channelKey));
        var address = SecondOf(clientKey);
        return new ConnectionContext(
            known,
            SdkOf(FirstOf(clientKey)),
            _addresses,
            address.IsEmpty ? -1 : _addresses.Intern(address)
        );
    }

    private SdkIdentity SdkOf(ReadOnlySpan<byte> sdkVersion)
    {
        var version = _sdkVersions.Intern(sdkVersion);
        if (version == _sdks.Count)
            _sdks.Add(SdkIdentity.Parse(Encoding.UTF8.GetString(sdkVersion)));
        return _sdks[version];
    }

    private static ConnectionChannel ParseChannel(ReadOnlySpan<byte> key)
    {
        var authentication = TextOf(SecondOf(key));
        return new ConnectionChannel(TextOf(FirstOf(key)), authentication is null ? null : TypeOf(authentication));
    }

    private static string? TypeOf(string authType)
    {
        if (!authType.StartsWith('{'))
            return authType;
        try
        {
            using var json = JsonDocument.Parse(authType);
            return json.RootElement.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
                ? type.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> FirstOf(ReadOnlySpan<byte> key) =>
        key[..key.IndexOf(ConnectionContext.Separator)];

    private static ReadOnlySpan<byte> SecondOf(ReadOnlySpan<byte> key) =>
        key[(key.IndexOf(ConnectionContext.Separator) + 1)..];

    private static string? TextOf(ReadOnlySpan<byte> part) => part.IsEmpty ? null : Encoding.UTF8.GetString(part);
}
