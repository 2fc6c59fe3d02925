using System.Text;

namespace IoTHubDisconnect.Reading.Events;

/// <summary>
/// The operations that a connection's rows tell of, as the resource log and the hub's routing name them.
/// </summary>
internal static class ConnectionOperation
{
    private const int WhoLength = 6;

    /// <summary>Whether a connection was asked for or came to its end; null for any other operation.</summary>
    public static EventKind? KindOf(ReadOnlySpan<byte> operation)
    {
        if (operation.Length <= WhoLength)
            return null;
        var who = operation[..WhoLength];
        if (!Is(who, "device"u8) && !Is(who, "module"u8))
            return null;
        var what = operation[WhoLength..];
        if (Is(what, "Connect"u8) || Is(what, "Connected"u8))
            return EventKind.Connected;
        return Is(what, "Disconnect"u8) || Is(what, "Disconnected"u8) ? EventKind.Disconnected : null;
    }

    private static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name) => Ascii.EqualsIgnoreCase(text, name);
}
