using System.Buffers.Text;
using System.Text;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>Resolves the escapes of a JSON string. What they stand for is never longer than they are.</summary>
internal static class JsonEscapes
{
    /// <param name="text">The inside of a JSON string.</param>
    /// <param name="destination">At least as long as <paramref name="text"/>.</param>
    /// <returns>The bytes written.</returns>
    internal static int Resolve(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var plain = text.IndexOf((byte)'\\');
            if (plain < 0 || plain + 1 >= text.Length)
            {
                text.CopyTo(destination[written..]);
                return written + text.Length;
            }
            text[..plain].CopyTo(destination[written..]);
            written += plain;
            var escape = text[plain + 1];
            text = text[(plain + 2)..];
            if (escape == 'u')
                written += ResolveUnicode(ref text, destination[written..]);
            else
                destination[written++] = escape switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    _ => escape,
                };
        }
    }

    private static int ResolveUnicode(ref ReadOnlySpan<byte> text, Span<byte> destination)
    {
        var first = TakeHex(ref text);
        if (char.IsHighSurrogate(first) && text.Length >= 6 && text[0] == '\\' && text[1] == 'u')
        {
            var rest = text[2..];
            var second = TakeHex(ref rest);
            if (char.IsLowSurrogate(second))
            {
                text = rest;
                return new Rune(first, second).EncodeToUtf8(destination);
            }
        }
        return (Rune.TryCreate(first, out var rune) ? rune : Rune.ReplacementChar).EncodeToUtf8(destination);
    }

    private static char TakeHex(ref ReadOnlySpan<byte> text)
    {
        var whole = text.Length >= 4;
        var value =
            whole && Utf8Parser.TryParse(text[..4], out ushort code, out var used, 'x') && used == 4
                ? (char)code
                : '\uFFFD';
        text = whole ? text[4..] : default;
        return value;
    }
}
