using System.Globalization;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Csv;

/// <summary>
/// Reads rows of <c>AzureDiagnostics</c> exported as CSV. A row that is no good costs one
/// line, however far its quotes reach.
/// </summary>
internal sealed class CsvLogParser
{
    private readonly ByteWindow _window;
    private readonly RowReceiver _receiver;
    private readonly int _longestRow;
    private readonly Scratch _scratch = new();
    private readonly PropertiesReader _properties;

    internal CsvLogParser(ByteWindow window, RowReceiver receiver, int longestRow)
    {
        _window = window;
        _receiver = receiver;
        _longestRow = longestRow;
        _properties = new PropertiesReader(_scratch);
    }

    internal void Read()
    {
        _receiver.Tally.HasContent = true;
        var header = ReadHeader();
        if (header is null)
            return;
        if (header.Columns.Missing is { } missing)
        {
            _receiver.Tally.AddRemark(new RowProblem(LogProblemKind.MissingColumn, _window.Line, missing));
            return;
        }
        var zone = header.Columns.Zone;
        var line = _window.Line;
        _receiver.Clock.Zone = zone?.Zone ?? TimeZoneInfo.Utc;
        _window.TakeText(header.Length);

        var row = new CsvRow(header.Separator);
        while (SkipBlankLines())
            ReadRow(row, header.Columns);
        _receiver.Tally.Lines = _window.Line - 1;
        if (zone is { IsNamed: false })
            _receiver.Tally.AddRemark(
                new RowProblem(
                    LogProblemKind.UnknownTimeZone,
                    line,
                    LogProblemText.OfZone(zone, _receiver.Clock.Repeated)
                )
            );
    }

    private CsvHeader? ReadHeader()
    {
        while (_window.Bytes.Length < HeadStream.HeadLength && _window.TryFill()) { }
        return SkipBlankLines() && CsvHeader.TryRead(_window.Bytes, out var header) ? header : null;
    }

    private bool SkipBlankLines()
    {
        do
        {
            var text = _window.Bytes;
            var blank = text.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            _window.TakeText(blank < 0 ? text.Length : blank);
        } while (_window.Bytes.IsEmpty && _window.TryFill());
        return !_window.Bytes.IsEmpty;
    }

    private void ReadRow(CsvRow fields, RowColumns columns)
    {
        while (true)
        {
            var text = _window.Bytes[..Math.Min(_window.Bytes.Length, _longestRow)];
            if (
                fields.TryRead(
                    text,
                    _window.IsFinal && text.Length == _window.Bytes.Length,
                    columns.Count,
                    out var length
                )
            )
            {
                if (TakeRow(text, fields, columns) || !text[..(length - 1)].Contains((byte)'\n'))
                    _window.TakeText(length);
                else
                    SkipLine();
                return;
            }
            if (fields.Error is null && text.Length < _longestRow)
            {
                _window.TryFill();
                continue;
            }
            if (fields.Error is null && !text.Contains((byte)'\n'))
                _receiver.Tally.AddBroken(
                    LogProblemKind.RowTooLong,
                    _window.Line,
                    string.Create(CultureInfo.InvariantCulture, $"the row is longer than {_longestRow:N0} bytes")
                );
            else if (!(_window.IsFinal && _window.Failure is not null))
                _receiver.Tally.AddBroken(
                    LogProblemKind.BrokenRow,
                    _window.Line,
                    fields.Error ?? "a quote is not closed"
                );
            SkipLine();
            return;
        }
    }

    private bool TakeRow(ReadOnlySpan<byte> text, CsvRow fields, RowColumns columns)
    {
        if (fields.Count != columns.Count)
        {
            _receiver.Tally.AddBroken(
                LogProblemKind.BrokenRow,
                _window.Line,
                fields.Count < columns.Count && !text.Contains((byte)'\n')
                    ? "the row is cut off"
                    : $"the row has {fields.Count} fields for {columns.Count} columns"
            );
            return false;
        }
        _scratch.Clear();
        var row = default(Row);
        for (var i = 0; i < fields.Count; i++)
        {
            if (columns[i] == RowField.None)
                continue;
            var value = Value(text, fields, i);
            if (columns[i] is RowField.Properties or RowField.AdditionalFields)
                _properties.ReadText(value, columns[i], ref row);
            else
                row.Set(columns[i], value);
        }
        return _receiver.Take(ref row, _window.Line) != RowOutcome.Broken;
    }

    private ReadOnlySpan<byte> Value(ReadOnlySpan<byte> text, CsvRow fields, int index)
    {
        var written = fields.Written(text, index);
        if (!fields.HasQuotes(index))
            return written;
        var value = _scratch.Take(written.Length);
        var length = 0;
        while (true)
        {
            var quote = written.IndexOf("\"\""u8);
            var part = quote < 0 ? written : written[..(quote + 1)];
            part.CopyTo(value[length..]);
            length += part.Length;
            if (quote < 0)
                return value[..length];
            written = written[(quote + 2)..];
        }
    }

    private void SkipLine()
    {
        _window.ThrowIfCancelled();
        do
        {
            var end = _window.Bytes.IndexOf((byte)'\n');
            if (end >= 0)
            {
                _window.Take(end + 1, 1);
                return;
            }
            _window.Take(_window.Bytes.Length);
        } while (_window.TryFill());
    }
}
