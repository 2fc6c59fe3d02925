using System.Runtime.CompilerServices;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Reads a record of the shape that Azure Monitor writes in one pass and without copying. What it does not know it
/// declines, and <see cref="JsonRowReader"/> decides; what it takes, that one would read the same.
/// </summary>
internal sealed class QuickRow
{
    private readonly QuickProperties _properties = new();

    /// <param name="text">Begins with <c>{</c>.</param>
    /// <param name="row">Takes the fields; worthless when declined.</param>
    /// <returns>The record's length; 0 when declined.</returns>
    [MethodImpl(HotPath.Reading)]
    internal int Read(ReadOnlySpan<byte> text, ref Row row)
    {
        var at = 1;
        while (true)
        {
            if (at >= text.Length || text[at] != '"')
                return 0;
            at++;
            var key = JsonBytes.IndexOfQuoteOrBackslash(text[at..]);
            if (key < 0 || !text[(at + key)..].StartsWith("\":"u8))
                return 0;
            var field = RowFieldNames.OfRow(text.Slice(at, key));
            at += key + 2;
            at += Space(text, at);

            var length = ReadValue(text[at..], field, ref row);
            if (length == 0)
                return 0;
            at += length;
            if (at >= text.Length)
                return 0;
            if (text[at] == '}')
                break;
            if (text[at++] != ',')
                return 0;
            at += Space(text, at);
        }
        at++;
        // Control characters have no place within strings; they also mark where a cut line runs into the next.
        return JsonBytes.HasControl(text[..at]) ? 0 : at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadValue(ReadOnlySpan<byte> text, RowField field, ref Row row)
    {
        if (text.IsEmpty)
            return 0;
        var container = field is RowField.Properties or RowField.AdditionalFields;
        if (text[0] != '"')
        {
            var scalar = QuickScalar.Read(text, out var written);
            row.Set(field, written);
            return container && !written.IsEmpty ? 0 : scalar;
        }
        text = text[1..];
        if (field == RowField.Properties && !text.IsEmpty && text[0] == '{')
        {
            var length = _properties.Read(text, ref row);
            return length == 0 ? 0 : length + 1;
        }
        var end = JsonBytes.IndexOfQuoteOrBackslash(text);
        if (end < 0 || text[end] != '"' || (container && end > 0))
            return 0;
        row.Set(field, text[..end]);
        return end + 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Space(ReadOnlySpan<byte> text, int at) => at < text.Length && text[at] == ' ' ? 1 : 0;
}
