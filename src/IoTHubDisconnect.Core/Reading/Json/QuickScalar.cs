using System.Runtime.CompilerServices;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>Reads the plain scalars that rows hold: whole numbers, true, false and null.</summary>
internal static class QuickScalar
{
    /// <param name="text">Begins with the value.</param>
    /// <param name="written">The value as written; empty for null.</param>
    /// <returns>The value's length; 0 where it is something else.</returns>
    [MethodImpl(HotPath.Reading)]
    internal static int Read(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> written)
    {
        written = default;
        if (text.StartsWith("null"u8))
            return 4;
        var length =
            text.StartsWith("true"u8) ? 4
            : text.StartsWith("false"u8) ? 5
            : Digits(text);
        written = text[..length];
        return length;
    }

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var length = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return length <= 0 || (length > 1 && text[0] == '0') ? 0 : length;
    }
}
