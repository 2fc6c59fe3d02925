using System.Text.Json;
using IoTHubDisconnect.Reading.Input;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>Reads past a key and its value, in an envelope beside the records.</summary>
internal static class JsonMember
{
    private const int Incomplete = 0;
    private const int Broken = -1;

    private static ReadOnlySpan<byte> Space => " \t\r\n"u8;

    /// <returns>False where the window does not stand on a sound member, or on one longer than
    /// <paramref name="longest"/>.</returns>
    internal static bool TrySkip(ByteWindow window, int longest)
    {
        while (true)
        {
            var length = Find(window.Bytes[..Math.Min(window.Bytes.Length, longest)]);
            if (length > 0)
                window.TakeText(length);
            if (length != Incomplete || window.Bytes.Length >= longest || !window.TryFill())
                return length > 0;
        }
    }

    /// <returns>The length of the key and value that <paramref name="text"/> begins with, or what
    /// kept it from being found.</returns>
    private static int Find(ReadOnlySpan<byte> text)
    {
        var key = JsonValueEnd.OfString(text);
        var rest = text[key..].TrimStart(Space);
        if (key == 0 || rest.IsEmpty)
            return Incomplete;
        if (rest[0] != ':')
            return Broken;
        rest = rest[1..].TrimStart(Space);
        var length = JsonValueEnd.Find(rest);
        return length == 0 ? Incomplete
            : IsPlain(rest[..length]) ? text.Length - rest.Length + length
            : Broken;
    }

    // Where a piece of the file is missing, a value can reach into the next envelope and swallow its records.
    private static bool IsPlain(ReadOnlySpan<byte> value)
    {
        try
        {
            var reader = new Utf8JsonReader(value);
            var isRecords = false;
            while (reader.Read())
            {
                if (isRecords && reader.TokenType == JsonTokenType.StartArray)
                    return false;
                isRecords =
                    reader.TokenType == JsonTokenType.PropertyName && JsonRowReader.HoldsRecords(reader.ValueSpan);
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
