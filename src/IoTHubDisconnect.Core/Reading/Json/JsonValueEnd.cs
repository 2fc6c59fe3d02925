using System.Buffers;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Finds where a JSON value ends by its quotes and brackets alone, so that no exception tells a bad one.
/// </summary>
internal static class JsonValueEnd
{
    private const int Deepest = 64;

    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> ScalarEnd = SearchValues.Create(",]} \t\r\n"u8);

    /// <returns>The length of the value that <paramref name="text"/> begins with; 0 where
    /// it does not end in there.</returns>
    internal static int Find(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        if (text[0] == '"')
            return OfString(text);
        if (text[0] is not ((byte)'{' or (byte)'['))
            return Math.Max(text.IndexOfAny(ScalarEnd), 0);
        return OfContainer(text, out _);
    }

    /// <summary>Whether more objects and arrays lie within one another than are read.</summary>
    internal static bool IsTooDeep(ReadOnlySpan<byte> container)
    {
        OfContainer(container, out var deepest);
        return deepest > Deepest;
    }

    internal static int OfString(ReadOnlySpan<byte> text)
    {
        var at = 1;
        while (true)
        {
            if (at >= text.Length)
                return 0;
            var found = text[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0)
                return 0;
            at += found;
            if (text[at] == '"')
                return at + 1;
            at += 2;
        }
    }

    private static int OfContainer(ReadOnlySpan<byte> text, out int deepest)
    {
        deepest = 0;
        var depth = 0;
        var at = 0;
        while (true)
        {
            var found = text[at..].IndexOfAny(Structure);
            if (found < 0)
                return 0;
            at += found;
            if (text[at] == '"')
            {
                var length = OfString(text[at..]);
                if (length == 0)
                    return 0;
                at += length;
                continue;
            }
            depth += text[at] is (byte)'{' or (byte)'[' ? 1 : -1;
            deepest = Math.Max(deepest, depth);
            at++;
            if (depth == 0)
                return at;
            if (depth > Deepest)
                return 0;
        }
    }
}
