using System.Text.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>Reads one row of a query result's table: an array with a value for each column.</summary>
internal sealed class TableRowReader(Scratch scratch)
{
    private readonly PropertiesReader _properties = new(scratch);

    /// <summary>What was wrong with the last row that was broken.</summary>
    internal string Error { get; private set; } = "";

    /// <param name="text">Begins with <c>[</c>; more may follow the row.</param>
    /// <param name="final">Whether the file ends where <paramref name="text"/> does.</param>
    /// <param name="columns">The table's columns; null to read past the row.</param>
    /// <param name="row">Takes the fields.</param>
    /// <param name="length">The bytes of the row.</param>
    internal JsonRead Read(ReadOnlySpan<byte> text, bool final, RowColumns? columns, ref Row row, out int length)
    {
        var reader = new Utf8JsonReader(text, final, default);
        JsonRead read;
        try
        {
            reader.Read();
            read = ReadCells(ref reader, text, columns, ref row);
        }
        catch (JsonException error)
        {
            Error = JsonErrorText.Of(error, text, "the row is cut off");
            read = JsonRead.Broken;
        }
        length = (int)reader.BytesConsumed;
        return read;
    }

    private JsonRead ReadCells(
        scoped ref Utf8JsonReader reader,
        ReadOnlySpan<byte> text,
        RowColumns? columns,
        ref Row row
    )
    {
        var cell = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                if (columns is null || cell == columns.Count)
                    return JsonRead.Row;
                Error = $"the row has {cell} values for {columns.Count} columns";
                return JsonRead.Broken;
            }
            var field = cell < columns?.Count ? columns[cell] : RowField.None;
            if (!_properties.TryReadValue(ref reader, text, field, ref row))
                break;
            cell++;
        }
        return JsonRead.Incomplete;
    }
}
