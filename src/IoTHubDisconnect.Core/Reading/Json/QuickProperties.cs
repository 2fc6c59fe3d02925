using System.Runtime.CompilerServices;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Reads <c>properties</c> where they lie, as escaped JSON within a string, for the shape that Azure Monitor writes.
/// </summary>
internal sealed class QuickProperties
{
    private readonly AuthTypeCache _authTypes = new();

    /// <param name="text">What follows the string's opening quote; begins with <c>{</c>.</param>
    /// <param name="row">Takes the fields.</param>
    /// <returns>The length with the string's closing quote; 0 where the shape is another.</returns>
    [MethodImpl(HotPath.Reading)]
    internal int Read(ReadOnlySpan<byte> text, ref Row row)
    {
        var at = 1;
        while (true)
        {
            if (!text[at..].StartsWith("\\\""u8))
                return 0;
            at += 2;
            var key = JsonBytes.IndexOfQuoteOrBackslash(text[at..]);
            if (key < 0 || !text[(at + key)..].StartsWith("\\\":"u8))
                return 0;
            var field = RowFieldNames.OfProperties(text.Slice(at, key));
            at += key + 3;
            at += Space(text, at);

            var length = ReadValue(text[at..], field, ref row);
            if (length == 0)
                return 0;
            at += length;
            if (at + 1 >= text.Length)
                return 0;
            if (text[at] == '}')
                return text[at + 1] == '"' ? at + 2 : 0;
            if (text[at++] != ',')
                return 0;
            at += Space(text, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Space(ReadOnlySpan<byte> text, int at) => at < text.Length && text[at] == ' ' ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadValue(ReadOnlySpan<byte> text, RowField field, ref Row row)
    {
        if (!text.StartsWith("\\\""u8))
        {
            var scalar = QuickScalar.Read(text, out var written);
            row.Set(field, written);
            return scalar;
        }
        text = text[2..];
        var end = JsonBytes.IndexOfQuoteOrBackslash(text);
        if (end < 0 || end + 1 >= text.Length || text[end] != '\\')
            return 0;
        if (text[end + 1] == '"')
        {
            row.Set(field, text[..end]);
            return end + 4;
        }
        if (field != RowField.AuthType)
            return 0;
        var length = _authTypes.Take(text, out var value);
        row.Set(field, value);
        return length == 0 ? 0 : length + 2;
    }
}
