using System.Text;
using System.Text.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>Reads one JSON object by the book: a record, or the head of an object that holds records.</summary>
internal sealed class JsonRowReader(Scratch scratch)
{
    private readonly PropertiesReader _properties = new(scratch);

    /// <summary>What was wrong with the last object that was broken.</summary>
    internal string Error { get; private set; } = "";

    /// <summary>
    /// The columns of the last table whose head was read; null where they do not stand before the rows.
    /// </summary>
    internal RowColumns? Columns { get; private set; }

    /// <summary>The last object was one of those that a streamed query result consists of.</summary>
    internal bool IsFrame { get; private set; }

    /// <summary>The text of the event that the last object is the envelope of; null where it is none.</summary>
    internal byte[]? Body { get; private set; }

    private bool _isAside;
    private RowColumns? _header;

    /// <param name="text">Begins with <c>{</c>; more may follow the object.</param>
    /// <param name="final">Whether the file ends where <paramref name="text"/> does.</param>
    /// <param name="row">Takes the fields.</param>
    /// <param name="length">The bytes of the object or of the container's head.</param>
    internal JsonRead Read(ReadOnlySpan<byte> text, bool final, ref Row row, out int length)
    {
        var reader = new Utf8JsonReader(text, final, default);
        JsonRead read;
        try
        {
            reader.Read();
            Columns = null;
            Body = null;
            IsFrame = _isAside = false;
            read = ReadMembers(ref reader, text, ref row);
        }
        catch (JsonException error)
        {
            Error = JsonErrorText.Of(error, text, "the row is cut off");
            read = JsonRead.Broken;
        }
        // What is in an envelope is read as if nothing were around it.
        length = (int)(read == JsonRead.Body ? reader.TokenStartIndex : reader.BytesConsumed);
        return read;
    }

    /// <summary>Whether a key's array holds records, envelopes or tables.</summary>
    internal static bool HoldsRecords(ReadOnlySpan<byte> name) =>
        Is(name, "records"u8) || Is(name, "tables"u8) || Is(name, "value"u8);

    /// <summary>Whether an object with such a key holds rows.</summary>
    internal static bool IsContainer(ReadOnlySpan<byte> name) =>
        HoldsRecords(name) || Is(name, "rows"u8) || Is(name, "columns"u8);

    private JsonRead ReadMembers(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> text, ref Row row)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                if (IsFrame)
                    _header = Columns;
                return JsonRead.Row;
            }
            var name = _properties.Value(ref reader);
            if (!reader.Read())
                break;
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                if (HoldsRecords(name))
                    return JsonRead.Elements;
                if (Is(name, "rows"u8))
                {
                    Columns = _isAside ? RowColumns.None : Columns ?? (IsFrame ? _header : null);
                    return JsonRead.TableRows;
                }
                if (Is(name, "columns"u8))
                {
                    if (!TryReadColumns(ref reader))
                        break;
                    continue;
                }
            }
            if (Is(name, "body"u8) && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                return JsonRead.Body;
            NoteText(ref reader, name);
            if (!_properties.TryReadValue(ref reader, text, RowFieldNames.OfRow(name), ref row))
                break;
        }
        return JsonRead.Incomplete;
    }

    private void NoteText(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.String)
            return;
        if (Is(name, "body"u8))
            Body = EventBody.Read(_properties.Value(ref reader));
        else if (Is(name, "FrameType"u8))
            IsFrame = true;
        else if (IsFrame && Is(name, "TableKind"u8))
            _isAside = !reader.ValueTextEquals("PrimaryResult"u8);
    }

    private bool TryReadColumns(scoped ref Utf8JsonReader reader)
    {
        var names = new List<string>();
        var depth = reader.CurrentDepth;
        var isName = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth)
            {
                Columns = new RowColumns(names);
                return true;
            }
            if (isName && reader.TokenType == JsonTokenType.String)
                names.Add(Encoding.UTF8.GetString(_properties.Value(ref reader)));
            isName = false;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = _properties.Value(ref reader);
                isName = Is(name, "name"u8) || Is(name, "ColumnName"u8);
            }
        }
        return false;
    }

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> known) => Ascii.EqualsIgnoreCase(name, known);
}
