using System.Management.Automation.Host;
using System.Text;

namespace IoTHubDisconnect.Commands;

/// <summary>
/// Breaks text between words, with an indent that keeps the lines of one item together. The engine does so for a few
/// cultures only, and never indents.
/// </summary>
public static class Paragraph
{
    private const int Readable = 100;
    private const int Unknown = 80;

    /// <summary>Breaks each line of a text to fit a host's screen.</summary>
    /// <param name="text">The text.</param>
    /// <param name="host">The host.</param>
    /// <param name="taken">What else stands on the same line of the screen, in characters.</param>
    /// <param name="indent">How far to indent what follows the first line of each item.</param>
    /// <param name="columns">How many columns share the rest.</param>
    public static string Wrap(string? text, PSHost? host, int taken, int indent, int columns = 1) =>
        Wrap(text, Math.Min(Readable, (WidthOf(host) - 1 - taken) / columns), indent);

    /// <summary>Breaks each line of a text to fit a width; a word that is longer stays whole.</summary>
    public static string Wrap(string? text, int width, int indent) =>
        string.Join('\n', PlainText.Lines(text ?? "").Split('\n').Select(line => WrapLine(line, width, indent)));

    private static string WrapLine(string line, int width, int indent)
    {
        if (line.Length <= width)
            return line;
        var wrapped = new StringBuilder(line.Length + 16);
        var words = line.Split(' ');
        var column = words[0].Length;
        wrapped.Append(words[0]);
        foreach (var word in words.AsSpan(1))
        {
            var fits = column + 1 + word.Length <= width;
            wrapped.Append(fits ? " " : "\n").Append(' ', fits ? 0 : indent).Append(word);
            column = word.Length + (fits ? column + 1 : indent);
        }
        return wrapped.ToString();
    }

    private static int WidthOf(PSHost? host)
    {
        try
        {
            return host?.UI?.RawUI?.BufferSize.Width is { } width and > 0 ? width : Unknown;
        }
        catch (Exception)
        {
            // Hosts without a screen, such as those of runbooks, fail each in its own way.
            return Unknown;
        }
    }
}
