using System.Buffers;
using IoTHubDisconnect.Logs;

namespace IoTHubDisconnect.Events;

/// <summary>The distinct connection contexts seen so far, each with a number; they are parsed when first asked for.</summary>
internal sealed class ContextTable
{
    private readonly Utf8Interner _keys = new();
    private readonly ContextParser _parser = new();
    private volatile ConnectionContext?[] _parsed = [];

    /// <param name="row">The row.</param>
    /// <param name="likely">The number it most likely has, as the device's rows before had it; -1 for none.</param>
    public int Add(scoped in LogRecord row, int likely)
    {
        if (likely >= 0 && IsOf(_keys[likely], row)) return likely;
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

    public ConnectionContext this[int id]
    {
        get
        {
            var parsed = _parsed;
            return id < parsed.Length && Volatile.Read(ref parsed[id]) is { } known ? known : Parse(id);
        }
    }

    private ConnectionContext Parse(int id)
    {
        lock (_parser)
        {
            var parsed = _parsed;
            if (id >= parsed.Length) Array.Resize(ref parsed, Math.Max(_keys.Count, id + 1));
            var context = parsed[id] ??= _parser.Parse(_keys[id]);
            _parsed = parsed;
            return context;
        }
    }

    private static bool IsOf(ReadOnlySpan<byte> key, scoped in LogRecord row) =>
        key.Length == row.Protocol.Length + row.AuthType.Length + row.SdkVersion.Length + row.MaskedIpAddress.Length + 3
        && Skip(ref key, row.Protocol) && Skip(ref key, row.AuthType) && Skip(ref key, row.SdkVersion) && key.SequenceEqual(row.MaskedIpAddress);

    private static bool Skip(ref ReadOnlySpan<byte> key, ReadOnlySpan<byte> part)
    {
        if (key.Length <= part.Length || key[part.Length] != ConnectionContext.Separator || !key[..part.Length].SequenceEqual(part)) return false;
        key = key[(part.Length + 1)..];
        return true;
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> part)
    {
        part.CopyTo(rest);
        rest[part.Length] = ConnectionContext.Separator;
        rest = rest[(part.Length + 1)..];
    }
}
