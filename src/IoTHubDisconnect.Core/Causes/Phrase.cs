using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// What a person is to read: written in English, as an interpolated string, and said in a reader's language. Its values
/// may be phrases, too, or durations, which are time spans without a format; other figures are written as in that
/// language.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Phrase(int literalLength, int formattedCount)
{
    private const int HoleLength = 3;

    private readonly StringBuilder _english = new(literalLength + formattedCount * HoleLength);
    private readonly List<object?> _values = new(formattedCount);

    /// <summary>The words in English, with <c>{0}</c> for the first value: what a book finds the phrase by.</summary>
    public string English => _english.ToString();

    public IReadOnlyList<object?> Values => _values;

    /// <summary>
    /// Makes a phrase of either branch of a conditional, which is a string, and does not compile, unless one is said.
    /// </summary>
    public static Phrase Say(Phrase phrase) => phrase;

    public void AppendLiteral(string text) => _english.Append(text);

    public void AppendFormatted(object? value, string? format = null)
    {
        _english.Append('{').Append(_values.Count).Append('}');
        _values.Add(value is IFormattable figure && format is not null ? new Figure(figure, format) : value);
    }

    public string In(CultureInfo culture)
    {
        var figures = DurationText.FiguresIn(culture);
        return string.Format(
            figures,
            PhraseBook.For(culture)[English],
            [
                .. _values.Select(value =>
                    value switch
                    {
                        Phrase phrase => phrase.In(culture),
                        TimeSpan span => DurationText.In(culture, span),
                        Figure figure => figure.Value.ToString(figure.Format, figures),
                        _ => value,
                    }
                ),
            ]
        );
    }

    private sealed record Figure(IFormattable Value, string Format);
}
