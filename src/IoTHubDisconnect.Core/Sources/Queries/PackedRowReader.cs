using System.Buffers.Text;
using System.Text.Json;
using IoTHubDisconnect.Reading;
using IoTHubDisconnect.Reading.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Sources.Queries;

/// <summary>Reads the packed rows of an answer's table: an array with a value for each column.</summary>
internal sealed class PackedRowReader
{
    private readonly RowColumns _columns;
    private readonly int _countAt,
        _timesAt,
        _untoldAt;
    private readonly DateTimeOffset _begin;
    private readonly Scratch _scratch = new();
    private readonly PropertiesReader _properties;
    private long[] _times = new long[16];
    private int _timeCount;

    /// <param name="columns">The names of the columns.</param>
    /// <param name="begin">The moment that times are counted from.</param>
    public PackedRowReader(IReadOnlyList<string> columns, DateTimeOffset begin)
    {
        _columns = new RowColumns(columns);
        string[] names = [.. columns];
        _countAt = Array.IndexOf(names, ConnectionQuery.Count);
        _timesAt = Array.IndexOf(names, ConnectionQuery.Times);
        _untoldAt = Array.IndexOf(names, ConnectionQuery.Untold);
        _begin = begin;
        _properties = new PropertiesReader(_scratch);
    }

    /// <summary>Whether the table has packed rows.</summary>
    public bool IsPacked => _countAt >= 0 && _timesAt >= 0 && _untoldAt >= 0;

    /// <summary>What was wrong with the last row that was broken.</summary>
    public string Error { get; private set; } = "";

    /// <summary>How many rows of the log the last row stands for.</summary>
    public long Rows { get; private set; }

    /// <summary>
    /// When they were, in UTC ticks and in no order; fewer than <see cref="Rows"/> where there was no room for all.
    /// </summary>
    public ReadOnlySpan<long> Times => _times.AsSpan(0, _timeCount);

    /// <param name="text">Begins with <c>[</c>; more may follow the row.</param>
    /// <param name="row">Takes what the rows have in common.</param>
    /// <param name="length">The bytes of the row.</param>
    public JsonRead Read(ReadOnlySpan<byte> text, ref Row row, out int length)
    {
        _scratch.Clear();
        var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
        JsonRead read;
        try
        {
            reader.Read();
            read = ReadCells(ref reader, text, ref row);
        }
        catch (JsonException error)
        {
            Error = JsonErrorText.Of(error, text, "the row is cut off");
            read = JsonRead.Broken;
        }
        length = (int)reader.BytesConsumed;
        return read;
    }

    private JsonRead ReadCells(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> text, ref Row row)
    {
        var isUntold = false;
        (Rows, _timeCount) = (0, 0);
        for (var cell = 0; reader.Read(); cell++)
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                row.Record.HasOutcome = !isUntold;
                row.Record.Shape = new AlikeRows();
                return cell == _columns.Count && _timeCount <= Rows
                    ? JsonRead.Row
                    : Broken(
                        $"it has {cell} values for {_columns.Count} columns, and {_timeCount} times for {Rows} rows"
                    );
            }
            var field = cell < _columns.Count ? _columns[cell] : RowField.None;
            if (cell == _timesAt)
            {
                if (!TryReadTimes(ref reader, text))
                    return JsonRead.Incomplete;
                if (_timeCount < 0)
                    return Broken("its times are none");
            }
            else if (cell == _countAt && reader.TokenType == JsonTokenType.Number)
                Rows = reader.GetInt64();
            else if (cell == _untoldAt)
                // Azure Data Explorer writes a bool as a number.
                isUntold = reader.TokenType is JsonTokenType.True || reader.ValueSpan.SequenceEqual("1"u8);
            else if (!_properties.TryReadValue(ref reader, text, field, ref row))
                return JsonRead.Incomplete;
        }
        return JsonRead.Incomplete;
    }

    /// <summary>
    /// Reads a dynamic list, which comes as JSON or as a text that holds JSON; it has -1 times where it is none.
    /// </summary>
    private bool TryReadTimes(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        var start = (int)reader.TokenStartIndex;
        var list = _properties.Value(ref reader);
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            if (!reader.TrySkip())
                return false;
            list = text[start..(int)reader.BytesConsumed];
        }
        _timeCount = 0;
        for (list = list.Trim("[] \r\n"u8); !list.IsEmpty; list = list.TrimStart(", \r\n"u8))
        {
            if (!Utf8Parser.TryParse(list, out long ticks, out var digits) || !IsTime(ticks))
            {
                _timeCount = -1;
                return true;
            }
            if (_timeCount == _times.Length)
                Array.Resize(ref _times, 2 * _times.Length);
            _times[_timeCount++] = _begin.UtcTicks + ticks;
            list = list[digits..];
        }
        return true;
    }

    private bool IsTime(long ticks) => ticks >= 0 && ticks <= DateTimeOffset.MaxValue.Ticks - _begin.UtcTicks;

    private JsonRead Broken(string error)
    {
        Error = error;
        return JsonRead.Broken;
    }

    /// <summary>What a sink makes of one of them holds for all.</summary>
    private sealed class AlikeRows : RecordShape;
}
