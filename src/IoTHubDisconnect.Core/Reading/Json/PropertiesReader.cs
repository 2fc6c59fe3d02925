using System.Text.Json;
using IoTHubDisconnect.Reading.Rows;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>Reads what a row holds about its device: <c>properties</c>, as an object or as JSON text.</summary>
internal sealed class PropertiesReader(Scratch scratch)
{
    /// <summary>Reads <c>properties</c> or <c>AdditionalFields</c> given as JSON text.</summary>
    internal void ReadText(ReadOnlySpan<byte> text, RowField container, ref Row row)
    {
        text = text.Trim(" \t\r\n"u8);
        if (text.IsEmpty || text.SequenceEqual("null"u8))
            return;
        try
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                row.PropertiesError = "its properties are no JSON object";
                return;
            }
            TryReadMembers(ref reader, text, container, ref row);
            reader.Read();
        }
        catch (JsonException error)
        {
            row.PropertiesError =
                "its properties are not valid JSON: " + JsonErrorText.Of(error, text, "they are cut off");
        }
    }

    /// <summary>Reads on from an object's opening brace to its closing one.</summary>
    /// <returns>False where <paramref name="text"/> ends before.</returns>
    internal bool TryReadMembers(
        scoped ref Utf8JsonReader reader,
        ReadOnlySpan<byte> text,
        RowField container,
        ref Row row
    )
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
                return true;
            var name = Value(ref reader);
            var field =
                container == RowField.Properties
                    ? RowFieldNames.OfProperties(name)
                    : RowFieldNames.OfAdditionalFields(name);
            if (!reader.Read() || !TryReadValue(ref reader, text, field, ref row))
                return false;
        }
        return false;
    }

    /// <summary>Takes the value the reader stands on.</summary>
    /// <returns>False where <paramref name="text"/> ends before it does.</returns>
    internal bool TryReadValue(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> text, RowField field, ref Row row)
    {
        var container = field is RowField.Properties or RowField.AdditionalFields;
        if (container && reader.TokenType == JsonTokenType.StartObject)
            return TryReadMembers(ref reader, text, field, ref row);
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var start = (int)reader.TokenStartIndex;
            if (!reader.TrySkip())
                return false;
            row.Set(field, text[start..(int)reader.BytesConsumed]);
            return true;
        }
        if (container)
            ReadText(Value(ref reader), field, ref row);
        else if (field != RowField.None)
            row.Set(field, Value(ref reader));
        return true;
    }

    /// <summary>The text of the key or scalar the reader stands on; empty for null.</summary>
    internal ReadOnlySpan<byte> Value(scoped ref Utf8JsonReader reader)
    {
        var written = reader.ValueSpan;
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (!reader.ValueIsEscaped)
            return written;
        var resolved = scratch.Take(written.Length);
        var length = JsonEscapes.Resolve(written, resolved);
        scratch.GiveBack(written.Length - length);
        return resolved[..length];
    }
}
