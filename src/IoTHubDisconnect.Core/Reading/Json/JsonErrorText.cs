using System.Text.Json;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>The words of a JSON error without the position, which is the row's own and not the file's.</summary>
internal static class JsonErrorText
{
    /// <param name="error">What a reader of the text said.</param>
    /// <param name="text">What it read.</param>
    /// <param name="cutOff">Says that the text, or a line of it, ends before the value does.</param>
    internal static string Of(JsonException error, ReadOnlySpan<byte> text, string cutOff)
    {
        if (IsCutOff(error, text))
            return cutOff;
        var words = error.Message;
        var position = words.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? words : words[..position]).TrimEnd('.', ' ')
            + $" (at byte {error.BytePositionInLine + 1})";
    }

    private static bool IsCutOff(JsonException error, ReadOnlySpan<byte> text)
    {
        for (var line = error.LineNumber ?? 0; line > 0; line--)
            text = text[(text.IndexOf((byte)'\n') + 1)..];
        var at = (int)Math.Min(error.BytePositionInLine ?? 0, text.Length);
        var rest = text[at..].TrimStart(" \r\t"u8);
        // A line that begins with an object is the next row.
        return rest.IsEmpty || rest[0] == '\n' || at == 0 && rest[0] == '{';
    }
}
