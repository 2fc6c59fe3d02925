using IoTHubDisconnect.Reading.Csv;
using IoTHubDisconnect.Reading.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Input;

/// <summary>Finds the format of a log from its first bytes.</summary>
internal static class LogFormatFinder
{
    internal static LogFormat Find(ReadOnlySpan<byte> head)
    {
        var text = head.TrimStart(Space);
        if (text.IsEmpty)
            return LogFormat.Json;
        // An archive that compresses nothing has rows to be found in it, and others may be missing.
        if (ForeignFile.Describe(head) is not null)
            return LogFormat.Unknown;
        if (BeginsWithJson(text))
            return BeginsWithRowPerLine(text) ? LogFormat.JsonLines : LogFormat.Json;
        if (CsvHeader.TryRead(text, out var header) && header.Columns.IsLog)
            return LogFormat.Csv;
        // The beginning of a log can be broken too.
        var record = FindRecord(text);
        if (record >= 0)
            return BeginsWithRowPerLine(text[record..]) ? LogFormat.JsonLines : LogFormat.Json;
        return header is { LooksLikeOne: true } ? LogFormat.Csv : LogFormat.Unknown;
    }

    private static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    private static bool BeginsWithJson(ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'{' or (byte)'['))
            return false;
        var inside = text[1..].TrimStart(Space);
        return inside.IsEmpty
            || (
                text[0] == '{' ? inside[0] is (byte)'"' or (byte)'}' : inside[0] is (byte)'{' or (byte)'[' or (byte)']'
            );
    }

    /// <summary>Whether the first line is one whole object, or else the two after it look like it.</summary>
    private static bool BeginsWithRowPerLine(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> first = TakeLine(ref text),
            second = TakeLine(ref text),
            third = TakeLine(ref text);
        return first[0] == '{' && (IsObject(first) || (IsObject(second) && (third.IsEmpty || third[0] == '{')));
    }

    private static bool IsObject(ReadOnlySpan<byte> line) =>
        !line.IsEmpty && line[0] == '{' && JsonValueEnd.Find(line) == line.Length;

    private static ReadOnlySpan<byte> TakeLine(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return line.Trim(Space);
    }

    private static int FindRecord(ReadOnlySpan<byte> text)
    {
        for (var at = 0; ; at++)
        {
            var found = text[at..].IndexOf((byte)'{');
            if (found < 0)
                return -1;
            at += found;
            var inside = text[(at + 1)..].TrimStart(Space);
            var key = inside.IsEmpty || inside[0] != '"' ? 0 : JsonValueEnd.OfString(inside);
            if (key > 2 && IsLogKey(inside[1..(key - 1)]))
                return at;
        }
    }

    private static bool IsLogKey(ReadOnlySpan<byte> key) =>
        RowFieldNames.OfRow(key).IsOfLog() || JsonRowReader.IsContainer(key);
}
