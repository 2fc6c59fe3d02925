using System.Buffers;
using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// The distinct connection contexts seen so far, each with a number; they are parsed when first asked for.
/// </summary>
internal sealed class ContextTable
{
    private readonly Utf8Interner _channels = new();
    private readonly Utf8Interner _clients = new();
    private readonly ContextParser _parser = new();
    private volatile ConnectionContext?[] _parsed = [];

    /// <summary>What rows say of errors in place of codes.</summary>
    public ErrorTexts Errors { get; } = new();

    /// <summary>The number of a protocol and authentication, of which a fleet has a handful.</summary>
    public int AddChannel(ReadOnlySpan<byte> protocol, ReadOnlySpan<byte> authType) =>
        Intern(_channels, protocol, authType, 0);

    /// <param name="channel">The number of protocol and authentication.</param>
    /// <param name="sdkVersion">As the log has it.</param>
    /// <param name="maskedIpAddress">As the log has it.</param>
    /// <param name="likely">The number it most likely has, as the device's rows before had it; -1 for none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(int channel, ReadOnlySpan<byte> sdkVersion, ReadOnlySpan<byte> maskedIpAddress, int likely) =>
        likely >= 0 && _clients.TagOf(likely) == channel && IsOf(_clients[likely], sdkVersion, maskedIpAddress)
            ? likely
            : Intern(_clients, sdkVersion, maskedIpAddress, channel);

    public ConnectionContext this[int id]
    {
        [MethodImpl(HotPath.Reading)]
        get
        {
            var parsed = _parsed;
            return id < parsed.Length && Volatile.Read(ref parsed[id]) is { } known ? known : Parse(id);
        }
    }

    [MethodImpl(HotPath.Reading)]
    private ConnectionContext Parse(int id)
    {
        lock (_parser)
        {
            var parsed = _parsed;
            if (id >= parsed.Length)
                Array.Resize(ref parsed, Math.Max(_clients.Count, id + 1));
            var channel = _clients.TagOf(id);
            var context = parsed[id] ??= _parser.Parse(channel, _channels[channel], _clients[id]);
            _parsed = parsed;
            return context;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsOf(ReadOnlySpan<byte> key, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) =>
        key.Length == first.Length + 1 + second.Length
        && key[first.Length] == ConnectionContext.Separator
        && ShortBytes.AreEqual(key[..first.Length], first)
        && ShortBytes.AreEqual(key[(first.Length + 1)..], second);

    [SkipLocalsInit]
    [MethodImpl(HotPath.Reading)]
    private static int Intern(Utf8Interner keys, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int tag)
    {
        var length = first.Length + 1 + second.Length;
        byte[]? rented = null;
        var key =
            length <= 512 ? stackalloc byte[length] : (rented = ArrayPool<byte>.Shared.Rent(length)).AsSpan(0, length);
        first.CopyTo(key);
        key[first.Length] = ConnectionContext.Separator;
        second.CopyTo(key[(first.Length + 1)..]);
        var id = keys.Intern(key, tag);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return id;
    }
}
