using System.Globalization;
using System.Text;
using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Walks over JSON of any of the shapes that logs come in: records, arrays and envelopes of them, tables; one, or many
/// after another. What lies between records is looked at leniently: brackets and commas out of place cost no row.
/// </summary>
internal sealed class JsonLogParser
{
    private const int LongestQuote = 20;

    private readonly ByteWindow _window;
    private readonly RowReceiver _receiver;
    private readonly RowShapes _shapes;
    private readonly int _longestRow;
    private readonly PlainRows _plainRows;
    private readonly JsonContainers _containers = new();
    private readonly JsonElementReader _elements;
    private readonly JsonResync _resync;
    private bool _hasContent;
    private bool _isInEvent;

    /// <param name="window">The text.</param>
    /// <param name="receiver">Takes the rows.</param>
    /// <param name="shapes">The shapes of the rows that the receiver's sink was given before.</param>
    /// <param name="rowPerLine">Whether a new line always begins a new row.</param>
    /// <param name="longestRow">In bytes.</param>
    internal JsonLogParser(ByteWindow window, RowReceiver receiver, RowShapes shapes, bool rowPerLine, int longestRow)
    {
        _window = window;
        _receiver = receiver;
        _shapes = shapes;
        _longestRow = longestRow;
        _plainRows = new PlainRows(window, receiver, shapes, longestRow);
        _elements = new JsonElementReader(window, _containers, longestRow);
        _resync = new JsonResync(window, _elements, _containers, rowPerLine);
    }

    /// <summary>Reads to the window's end; a line that begins there is not read any more.</summary>
    internal void Read()
    {
        while (_plainRows.Read())
            ReadNext();
        _receiver.Tally.Lines = _window.Line - 1;
        _receiver.Tally.HasContent = _hasContent || _plainRows.HasContent;
        if (_window.IsFinal && _window.Failure is null && !_containers.IsEmpty && !_containers.IsDamaged)
            Report(
                LogProblemKind.BrokenRow,
                "the file ends before its last bracket is closed",
                "All rows before were read"
            );
    }

    private void ReadNext()
    {
        _hasContent = true;
        var next = _window.Bytes[0];
        if (next == '{')
            ReadObject();
        else if (next == '[' && _containers.InTable)
            ReadTableRow();
        else if (next == '[')
        {
            _containers.OpenArray();
            _window.Take(1);
        }
        else if (next is (byte)']' or (byte)'}' && _containers.TryClose(next))
            _window.Take(1);
        else if (!(next == '"' && _containers.InEnvelope && JsonMember.TrySkip(_window, _longestRow)))
            Break(LogProblemKind.BrokenRow, $"no row begins with '{Beginning()}'", "That was passed over");
    }

    private void ReadObject()
    {
        var row = default(Row);
        switch (_elements.ReadObject(ref row, out var length))
        {
            case JsonRead.Row when _elements.IsFrame:
                break;
            case JsonRead.Row when !row.IsLogRow && _elements.Body is { } body:
                ReadBody(body);
                break;
            case JsonRead.Row when row.Record.OperationName.IsEmpty && StateEvent.IsOne(_window.Bytes[..length]):
                _receiver.Tally.Events.Add(_window.Line);
                break;
            case JsonRead.Row when _isInEvent && !row.IsLogRow:
                _isInEvent = false;
                break;
            case JsonRead.Row when !row.IsLogRow:
                _receiver.Tally.AddForeign(_window.Line);
                _resync.MoveOn();
                return;
            case JsonRead.Body:
                _isInEvent = StateEvent.IsOne(_window.Bytes[..length]);
                if (_isInEvent)
                    _receiver.Tally.Events.Add(_window.Line);
                _containers.OpenBody();
                break;
            case JsonRead.Row:
                _receiver.Take(ref row, _window.Line);
                break;
            case JsonRead.Elements:
                _containers.OpenEnvelope();
                break;
            case JsonRead.TableRows:
                OpenTable();
                break;
            case JsonRead.TooLong:
                Break(
                    LogProblemKind.RowTooLong,
                    string.Create(CultureInfo.InvariantCulture, $"the row is longer than {_longestRow:N0} bytes")
                );
                return;
            default:
                Break(LogProblemKind.BrokenRow, _elements.Error);
                return;
        }
        _window.TakeText(length);
    }

    /// <summary>Reads what an event hub took as text.</summary>
    private void ReadBody(byte[] body)
    {
        using var window = new ByteWindow(
            new MemoryStream(body),
            body.Length + 1,
            body.Length + 1,
            CancellationToken.None
        );
        new JsonLogParser(window, _receiver, _shapes, rowPerLine: false, _longestRow).Read();
    }

    private void OpenTable()
    {
        var columns = _elements.Columns;
        var missing = columns is null ? "no columns before the rows" : columns.Missing;
        // Query results bring tables about themselves along, which say nothing of devices.
        if (missing is not null && (columns is null || columns.IsLog))
            _receiver.Tally.AddRemark(new RowProblem(LogProblemKind.MissingColumn, _window.Line, missing));
        _containers.OpenTable(missing is null ? columns : null);
    }

    private void ReadTableRow()
    {
        var row = default(Row);
        var read = _elements.ReadTableRow(ref row, out var length);
        if (read == JsonRead.Row)
        {
            if (_containers.Columns is not null)
                _receiver.Take(ref row, _window.Line);
            _window.TakeText(length);
        }
        else if (read == JsonRead.TooLong)
            Break(
                LogProblemKind.RowTooLong,
                string.Create(CultureInfo.InvariantCulture, $"the row is longer than {_longestRow:N0} bytes")
            );
        else
            Break(LogProblemKind.BrokenRow, _elements.Error);
    }

    private void Break(LogProblemKind kind, string detail, string outcome = RowProblem.RowPassedOver)
    {
        // What is cut off because the file cannot be read on is no problem of its own.
        if (_window.Failure is null || JsonValueEnd.Find(_window.Bytes) > 0)
            Report(kind, detail, outcome);
        _resync.MoveOn();
    }

    private void Report(LogProblemKind kind, string detail, string outcome) =>
        _receiver.Tally.AddBroken(kind, _window.Line, detail, outcome);

    private string Beginning()
    {
        var text = _window.Bytes[..Math.Min(_window.Bytes.Length, LongestQuote)];
        var line = text.IndexOfAny((byte)'\r', (byte)'\n');
        return Encoding.UTF8.GetString(line < 0 ? text : text[..line]);
    }
}
