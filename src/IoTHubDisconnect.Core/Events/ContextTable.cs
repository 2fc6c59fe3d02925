using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using IoTHubDisconnect.Logs;

namespace IoTHubDisconnect.Events;

/// <summary>The distinct connection contexts seen so far, each with a number; they are parsed when first asked for.</summary>
internal sealed class ContextTable
{
    private readonly Utf8Interner _keys = new();
    private readonly Utf8Interner _sites = new();
    private readonly ConcurrentDictionary<int, (ConnectionContext Context, int Site)> _parsed = new();

    public int Add(scoped in LogRecord row)
    {
        var length = row.Protocol.Length + row.AuthType.Length + row.SdkVersion.Length + row.MaskedIpAddress.Length + 3;
        byte[]? rented = null;
        var key = length <= 1024 ? stackalloc byte[length] : (rented = ArrayPool<byte>.Shared.Rent(length)).AsSpan(0, length);
        var rest = key;
        Append(ref rest, row.Protocol);
        Append(ref rest, row.AuthType);
        Append(ref rest, row.SdkVersion);
        row.MaskedIpAddress.CopyTo(rest);
        var id = _keys.Intern(key);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return id;
    }

    public ConnectionContext this[int id] => Parsed(id).Context;

    /// <summary>A number for the masked address; equal addresses have equal numbers. -1 without an address.</summary>
    public int SiteOf(int id) => Parsed(id).Site;

    private (ConnectionContext Context, int Site) Parsed(int id) => _parsed.GetOrAdd(id, static (id, table) =>
    {
        var context = new ConnectionContext(table._keys[id]);
        var site = context.MaskedIpAddress is null ? -1 : table._sites.Intern(Encoding.UTF8.GetBytes(context.MaskedIpAddress));
        return (context, site);
    }, this);

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> part)
    {
        part.CopyTo(rest);
        rest[part.Length] = ConnectionContext.Separator;
        rest = rest[(part.Length + 1)..];
    }
}
