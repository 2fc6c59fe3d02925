namespace IoTHubDisconnect.Commands;

/// <summary>The first words of what was given, for errors that name it: all of it may be a whole log.</summary>
internal static class Excerpt
{
    private const int Length = 60;

    public static string Of(object? given)
    {
        var text = $"{given}".Trim();
        var line = text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? text[..end] : text;
        return line.Length <= Length && line.Length == text.Length
            ? PlainText.Of(line)
            : $"{PlainText.Of(line[..Math.Min(Length, line.Length)].TrimEnd())}…";
    }
}
