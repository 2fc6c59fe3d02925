using System.Buffers;
using System.Globalization;
using System.Text;

namespace IoTHubDisconnect;

/// <summary>
/// Makes text from a log, or from whoever else may write it, safe to show: what is not to be seen and could deceive
/// becomes a mark. Among that are control characters, which terminals obey, and those that turn the direction of
/// writing. Screens, streams and reports all go by this; objects keep the text as it is.
/// </summary>
internal static class PlainText
{
    private const char Mark = '\uFFFD';

    /// <summary>A text on one line: the ends of lines are marked, too.</summary>
    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Create(text.Length, text, MarkHarmful);

    /// <summary>A text of several lines.</summary>
    public static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Of));

    private static void MarkHarmful(Span<char> target, string source)
    {
        source.CopyTo(target);
        for (var rest = target; !rest.IsEmpty; )
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == OperationStatus.Done;
            if (!isWhole || !IsHarmless(rune))
                rest[..length].Fill(Mark);
            rest = rest[length..];
        }
    }

    private static bool IsHarmless(Rune letter) =>
        Rune.GetUnicodeCategory(letter)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
