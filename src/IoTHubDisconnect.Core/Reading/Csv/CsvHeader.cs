using System.Diagnostics.CodeAnalysis;
using System.Text;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Csv;

/// <summary>The first row of a CSV file: its separator and columns.</summary>
internal sealed class CsvHeader
{
    private const int LongestName = 64;

    // A table of Log Analytics has half as many at most.
    private const int MostColumns = 1000;

    private CsvHeader(byte separator, IReadOnlyList<string> names, int length)
    {
        Separator = separator;
        Columns = new RowColumns(names);
        Length = length;
    }

    internal byte Separator { get; }

    internal RowColumns Columns { get; }

    /// <summary>The header's bytes with the end of its line.</summary>
    internal int Length { get; }

    /// <summary>Whether these are names of columns, of a log or not, rather than a text with commas.</summary>
    internal bool LooksLikeOne => Columns.Count > 1 && Columns.Names.All(IsName);

    internal static bool TryRead(ReadOnlySpan<byte> text, [NotNullWhen(true)] out CsvHeader? header)
    {
        header = null;
        var preamble = PreambleLength(text);
        foreach (var separator in ",;\t"u8)
        {
            var read = Read(text, preamble, separator);
            if (read is not null && (header is null || read.Columns.Count > header.Columns.Count))
                header = read;
        }
        return header is not null;
    }

    /// <summary>
    /// The lines that Windows PowerShell and spreadsheets put before the names: <c>#TYPE …</c>, <c>sep=;</c>.
    /// </summary>
    private static int PreambleLength(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (text[length..] is var rest && (StartsWith(rest, "#TYPE"u8) || StartsWith(rest, "sep="u8)))
        {
            var end = rest.IndexOf((byte)'\n');
            if (end < 0)
                break;
            length += end + 1;
        }
        return length;
    }

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> beginning) =>
        text.Length >= beginning.Length && Ascii.EqualsIgnoreCase(text[..beginning.Length], beginning);

    private static CsvHeader? Read(ReadOnlySpan<byte> text, int preamble, byte separator)
    {
        text = text[preamble..];
        var row = new CsvRow(separator);
        if (!row.TryRead(text, final: true, MostColumns, out var length) || row.Count > MostColumns)
            return null;
        var names = new List<string>(row.Count);
        for (var i = 0; i < row.Count; i++)
            names.Add(Encoding.UTF8.GetString(row.Written(text, i)).Replace("\"\"", "\"").Trim());
        return new CsvHeader(separator, names, preamble + length);
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName
        && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '.' or '[' or ']' or ' ')
        && (!name.Contains(' ') || name.Contains('['));
}
