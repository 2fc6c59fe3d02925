using System.Text.Json;

namespace IoTHubDisconnect.Reading.Json;

/// <summary>The words of a JSON error without the position, which is the row's own and not the file's.</summary>
internal static class JsonErrorText
{
    internal static string Of(JsonException error)
    {
        var text = error.Message;
        var position = text.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (position < 0 ? text : text[..position]).TrimEnd('.', ' ')
            + $" (at byte {error.BytePositionInLine + 1})";
    }
}
