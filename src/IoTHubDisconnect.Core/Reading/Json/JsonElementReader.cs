using IoTHubDisconnect.Reading.Input;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>
/// Reads the object or table row that the window stands on, bringing in as much of the text as that takes.
/// </summary>
internal sealed class JsonElementReader
{
    private readonly ByteWindow _window;
    private readonly JsonContainers _containers;
    private readonly int _longestRow;
    private readonly Scratch _scratch = new();
    private readonly JsonRowReader _objects;
    private readonly TableRowReader _tableRows;

    internal JsonElementReader(ByteWindow window, JsonContainers containers, int longestRow)
    {
        _window = window;
        _containers = containers;
        _longestRow = longestRow;
        _objects = new JsonRowReader(_scratch);
        _tableRows = new TableRowReader(_scratch);
    }

    /// <summary>What was wrong with the last element that was broken.</summary>
    internal string Error { get; private set; } = "";

    /// <summary>The columns in the head of the last table; null where they do not stand before the rows.</summary>
    internal RowColumns? Columns => _objects.Columns;

    /// <summary>The last object was one of those that a streamed query result consists of.</summary>
    internal bool IsFrame => _objects.IsFrame;

    /// <summary>The text of the event that the last object is the envelope of; null where it is none.</summary>
    internal byte[]? Body => _objects.Body;

    internal JsonRead ReadObject(ref Row row, out int length) => Read(false, ref row, out length);

    internal JsonRead ReadTableRow(ref Row row, out int length) => Read(true, ref row, out length);

    private JsonRead Read(bool isTableRow, ref Row row, out int length)
    {
        while (true)
        {
            var text = _window.Bytes;
            var final = _window.IsFinal && text.Length <= _longestRow;
            text = text[..Math.Min(text.Length, _longestRow)];
            _scratch.Clear();
            row = default;
            var read = isTableRow
                ? _tableRows.Read(text, final, _containers.Columns, ref row, out length)
                : _objects.Read(text, final, ref row, out length);
            if (read == JsonRead.Broken)
                Error = isTableRow ? _tableRows.Error : _objects.Error;
            if (read != JsonRead.Incomplete)
                return read;
            if (text.Length == _longestRow)
                return JsonRead.TooLong;
            _window.TryFill();
        }
    }
}
