using System.Globalization;

namespace IoTHubDisconnect.Reports;

/// <summary>Takes from a text of the log what is not to be seen and could deceive: control characters and those that turn the direction of writing.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text) => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) target[i] = IsHarmless(source[i]) ? source[i] : Replacement;
    });

    private static bool IsHarmless(char letter) => char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
