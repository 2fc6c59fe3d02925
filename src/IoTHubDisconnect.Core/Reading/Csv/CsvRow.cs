namespace IoTHubDisconnect.Reading.Csv;

/// <summary>Finds the fields of a CSV row (RFC 4180).</summary>
internal sealed class CsvRow(byte separator)
{
    private Field[] _fields = new Field[64];

    internal int Count { get; private set; }

    /// <summary>What is wrong with the row; null where only more of the text is needed.</summary>
    internal string? Error { get; private set; }

    /// <summary>The field as written, without the quotes around it.</summary>
    internal ReadOnlySpan<byte> Written(ReadOnlySpan<byte> text, int index) =>
        text.Slice(_fields[index].Start, _fields[index].Length);

    /// <summary>Whether quotes within the field are written twice.</summary>
    internal bool HasQuotes(int index) => _fields[index].HasQuotes;

    /// <param name="text">Begins with the row.</param>
    /// <param name="final">Whether the file ends where <paramref name="text"/> does.</param>
    /// <param name="most">
    /// How many fields a row has. One that has more, and goes on in another line, is given up: torn quotes would lead
    /// from line to line to the end of the file, and again from each of those lines.
    /// </param>
    /// <param name="length">The bytes of the row with the end of its line.</param>
    internal bool TryRead(ReadOnlySpan<byte> text, bool final, int most, out int length)
    {
        Count = 0;
        Error = null;
        length = 0;
        var at = 0;
        var line = 0;
        while (true)
        {
            var quoted = at < text.Length && text[at] == '"';
            var end = quoted ? FindQuotedEnd(text, at + 1, final) : FindPlainEnd(text, at, final);
            if (end < 0)
                return false;
            if (end == text.Length || text[end] != separator)
            {
                length = Math.Min(end + 1, text.Length);
                return true;
            }
            at = end + 1;
            if (Count < most)
                continue;
            if (text[line..at].Contains((byte)'\n'))
            {
                Error = $"the row has more fields than the {most} columns";
                return false;
            }
            line = at;
        }
    }

    /// <returns>Where the field's separator or newline is; the text's length at its end; -1 where neither is.</returns>
    private int FindPlainEnd(ReadOnlySpan<byte> text, int start, bool final)
    {
        var found = text[start..].IndexOfAny(separator, (byte)'\n');
        if (found < 0 && !final)
            return -1;
        var end = found < 0 ? text.Length : start + found;
        var carriageReturn = (end == text.Length || text[end] == '\n') && end > start && text[end - 1] == '\r';
        Add(start, end - start - (carriageReturn ? 1 : 0), false);
        return end;
    }

    private int FindQuotedEnd(ReadOnlySpan<byte> text, int start, bool final)
    {
        var hasQuotes = false;
        for (var at = start; ; at += 2, hasQuotes = true)
        {
            var found = at > text.Length ? -1 : text[at..].IndexOf((byte)'"');
            if (found < 0)
                return Fail(final, text[start..].Contains((byte)'\n') ? "a quote is not closed" : "the row is cut off");
            at += found;
            var after = text[(at + 1)..];
            if (!after.IsEmpty && after[0] == '"')
                continue;
            var skipped = after.StartsWith("\r\n"u8) || (final && after is [(byte)'\r']) ? 1 : 0;
            if (after.Length <= skipped && !final)
                return -1;
            if (after.Length > skipped && after[skipped] != separator && after[skipped] != '\n')
                return after is [(byte)'\r'] && !final ? -1 : Fail(true, "text follows a closing quote");
            Add(start, at - start, hasQuotes);
            return at + 1 + skipped;
        }
    }

    private int Fail(bool certain, string error)
    {
        Error = certain ? error : null;
        return -1;
    }

    private void Add(int start, int length, bool hasQuotes)
    {
        if (Count == _fields.Length)
            Array.Resize(ref _fields, Count * 2);
        _fields[Count++] = new Field(start, length, hasQuotes);
    }

    private readonly record struct Field(int Start, int Length, bool HasQuotes);
}
