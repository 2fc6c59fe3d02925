using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace IoTHubDisconnect.Reports;

/// <summary>A piece of HTML. What goes into one is taken for text, unless it is one itself.</summary>
internal readonly record struct Html(string Markup)
{
    public static readonly Html None = new("");

    public static Html Of(Builder markup) => new(markup.ToString());

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> render)
    {
        var all = new StringBuilder();
        foreach (var item in items)
            all.Append(render(item).Markup);
        return new Html(all.ToString());
    }

    public static Html Each<T>(IEnumerable<T> items, Func<T, bool, Html> render)
    {
        var isFirst = true;
        return Each(items, item => (render(item, isFirst), isFirst = false).Item1);
    }

    public static Html If(bool condition, Func<Html> render) => condition ? render() : None;

    /// <summary>What an interpolated string's holes become: text, with nothing of markup in it.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Builder
    {
        private readonly StringBuilder _markup;

        public Builder(int literalLength, int holes) => _markup = new StringBuilder(literalLength + 16 * holes);

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(Html html) => _markup.Append(html.Markup);

        public void AppendFormatted(Uri address) => AppendFormatted(address.AbsoluteUri);

        public void AppendFormatted(long number) => _markup.Append(number);

        public void AppendFormatted(double number) =>
            _markup.Append(number.ToString("0.##", CultureInfo.InvariantCulture));

        public void AppendFormatted(string text)
        {
            foreach (var letter in PlainText.Of(text))
            {
                _ = letter switch
                {
                    '&' => _markup.Append("&amp;"),
                    '<' => _markup.Append("&lt;"),
                    '>' => _markup.Append("&gt;"),
                    '"' => _markup.Append("&quot;"),
                    '\'' => _markup.Append("&#39;"),
                    _ => _markup.Append(letter),
                };
            }
        }

        public override string ToString() => _markup.ToString();
    }
}
