using System.Runtime.CompilerServices;
using System.Text;

namespace IoTHubDisconnect.Reports;

/// <summary>A piece of Markdown. What goes into one is taken for text, unless it is one itself.</summary>
internal readonly record struct MarkdownText(string Markup)
{
    public static readonly MarkdownText None = new("");

    public static MarkdownText Of(Builder markup) => new(markup.ToString());

    public static MarkdownText Each<T>(IEnumerable<T> items, Func<T, MarkdownText> render) =>
        new(string.Concat(items.Select(item => render(item).Markup)));

    /// <summary>
    /// What an interpolated string's holes become: text on one line, with nothing that Markdown, or a chat that knows
    /// mentions, would act on.
    /// </summary>
    [InterpolatedStringHandler]
    public readonly ref struct Builder
    {
        private readonly StringBuilder _markup;

        public Builder(int literalLength, int holes) => _markup = new StringBuilder(literalLength + 16 * holes);

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(MarkdownText markdown) => _markup.Append(markdown.Markup);

        public void AppendFormatted(Uri address) => _markup.Append('<').Append(address.AbsoluteUri).Append('>');

        public void AppendFormatted(string text)
        {
            var plain = PlainText.Of(text);
            for (var i = 0; i < plain.Length; i++)
            {
                _ = plain[i] switch
                {
                    '<' => _markup.Append("&lt;"),
                    '>' => _markup.Append("&gt;"),
                    '&' => _markup.Append("&amp;"),
                    ReportLanguage.NoBreak => _markup.Append(' '),
                    '@' => _markup.Append("&#64;"),
                    '`' or '*' or '_' or '[' or ']' or '\\' or '|' or '~' or '#' or '$' => _markup
                        .Append('\\')
                        .Append(plain[i]),
                    ':' or '.' when MakesLink(plain, i) => _markup.Append('\\').Append(plain[i]),
                    var letter => _markup.Append(letter),
                };
            }
        }

        /// <summary>Addresses become links by themselves.</summary>
        private static bool MakesLink(string text, int at) =>
            text.AsSpan(at).StartsWith("://", StringComparison.Ordinal)
            || text.AsSpan(0, at + 1).EndsWith("www.", StringComparison.OrdinalIgnoreCase);

        public override string ToString() => _markup.ToString();
    }
}
