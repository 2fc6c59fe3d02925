using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Sdks;

namespace IoTHubDisconnect.Events;

/// <summary>Reads contexts from their keys. Many differ in the address alone, so they share what is equal.</summary>
internal sealed class ContextParser
{
    private readonly Dictionary<string, string?> _authenticationTypes = [];
    private readonly Dictionary<string, SdkIdentity> _sdks = [];
    private readonly Dictionary<string, int> _sites = [];
    private readonly List<string> _addresses = [];

    [MethodImpl(HotPath.Optimized)]
    public ConnectionContext Parse(ReadOnlySpan<byte> channel, ReadOnlySpan<byte> client)
    {
        var protocol = Next(ref channel);
        var authentication = TextOf(channel);
        var sdk = Next(ref client) ?? "";
        if (!_sdks.TryGetValue(sdk, out var identity)) _sdks.Add(sdk, identity = SdkIdentity.Parse(sdk));
        var site = TextOf(client) is { } address ? SiteOf(address) : -1;
        return new ConnectionContext(
            protocol is null ? null : string.Intern(protocol), authentication is null ? null : TypeOf(authentication), identity, site < 0 ? null : _addresses[site], site);
    }

    private int SiteOf(string address)
    {
        if (_sites.TryGetValue(address, out var site)) return site;
        _sites.Add(address, site = _addresses.Count);
        _addresses.Add(address);
        return site;
    }

    private string? TypeOf(string authType)
    {
        if (_authenticationTypes.TryGetValue(authType, out var type)) return type;
        _authenticationTypes.Add(authType, type = ReadType(authType));
        return type;
    }

    private static string? ReadType(string authType)
    {
        if (!authType.StartsWith('{')) return authType;
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

    private static string? Next(ref ReadOnlySpan<byte> key)
    {
        var end = key.IndexOf(ConnectionContext.Separator);
        var part = key[..end];
        key = key[(end + 1)..];
        return TextOf(part);
    }

    private static string? TextOf(ReadOnlySpan<byte> part) => part.IsEmpty ? null : Encoding.UTF8.GetString(part);
}
