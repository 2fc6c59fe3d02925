using System.Text;

namespace IoTHubDisconnect.Generate.Catalogue;

/// <summary>
/// Writes plain text within 80 columns; only a word that is longer than that, such as a link, stands out.
/// </summary>
internal sealed class HelpText
{
    private const int Width = 80;

    private readonly StringBuilder _text = new();

    public HelpText Heading(string heading) => _text.Length == 0 ? Line(0, heading) : Line(0, "").Line(0, heading);

    public HelpText Line(int indent, string line)
    {
        _text.Append(line.Length == 0 ? "" : new string(' ', indent)).Append(line).Append('\n');
        return this;
    }

    /// <summary>
    /// Wraps a paragraph; <paramref name="bullet"/> leads its first line, and the others are set in below it.
    /// </summary>
    public HelpText Paragraph(int indent, string text, string bullet = "")
    {
        var lead = bullet;
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && indent + lead.Length + line.Length + 1 + word.Length > Width)
            {
                Line(indent, lead + line);
                lead = new string(' ', bullet.Length);
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        return Line(indent, lead + line);
    }

    public override string ToString() => _text.ToString();
}
