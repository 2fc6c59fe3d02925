using System.Globalization;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// Tables and their cells. Beside what a person reads, cells carry the exact figure, for whatever reads the page by
/// machine, and the name of their column, for a screen that is too narrow for columns.
/// </summary>
internal static class Cells
{
    public static Html Number(long number, ReportLanguage language) =>
        Html.Of($"""<td class="n" data-v="{number}">{language.Number(number)}</td>""");

    public static Html Duration(TimeSpan? span, ReportLanguage language) =>
        Html.Of(
            $"""<td class="n"{(span is { } time ? Html.Of($" data-v=\"{time.Ticks}\"") : Html.None)}>"""
                + $"{language.Duration(span)}</td>"
        );

    /// <summary>A downtime, with what of it goes on.</summary>
    public static Html Downtime(TimeSpan? over, TimeSpan? open, ReportLanguage language) =>
        open is null
            ? Duration(over, language)
            : Html.Of(
                $"""<td class="n" data-v="{over.GetValueOrDefault().Ticks + open.Value.Ticks}">"""
                    + $"{language.Downtime(over, open)}</td>"
            );

    /// <summary>The time lost, of which only the least is known where the device is away.</summary>
    public static Html Lost(TimeSpan lost, TimeSpan? open, ReportLanguage language) =>
        Html.Of($"""<td class="n" data-v="{lost.Ticks}">{language.Lost(lost, open)}</td>""");

    public static Html Share(double share, ReportLanguage language) =>
        Html.Of($"""<td class="n">{language.Percent(share)}</td><td class="bars">{Shapes.Bar(share)}</td>""");

    public static Html Text(string text) => Html.Of($"<td>{text}</td>");

    public static Html Time(DateTimeOffset time) => Html.Of($"""<td class="n">{Moment(time)}</td>""");

    public static Html Moment(DateTimeOffset time) =>
        Html.Of(
            $"""<time datetime="{time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}">"""
                + $"{ReportLanguage.Time(time)}</time>"
        );

    /// <summary>The head of a column.</summary>
    /// <param name="Text">Its name.</param>
    /// <param name="IsNumber">It holds figures.</param>
    /// <param name="HasBar">Beside each figure is a bar, in a column of its own.</param>
    public sealed record Head(string Text, bool IsNumber = false, bool HasBar = false);

    /// <summary>A row.</summary>
    /// <param name="Attributes">What the row carries.</param>
    /// <param name="Name">What it is about.</param>
    /// <param name="Cells">The other columns, each a cell.</param>
    public sealed record Row(Html Attributes, Html Name, Html[] Cells);

    /// <summary>
    /// A table that scrolls in itself where the page is narrower, by keyboard too, and becomes a list on a phone.
    /// </summary>
    public static Html Table(string label, string id, Head[] heads, IEnumerable<Row> rows) =>
        Table(
            label,
            id,
            "list",
            Html.Of(
                $"""
                {Heads(heads)}
                <tbody>{Html.Each(rows, row => RowOf(row, heads))}</tbody>
                """
            )
        );

    /// <summary>A table that stays one on a phone: one of figures with too many columns to read as a list.</summary>
    public static Html Table(string label, string id, string style, Html content) =>
        Html.Of(
            $"""<div class="wide" role="group" tabindex="0" aria-label="{label}">"""
                + $"""<table id="{id}" class="{style}">{content}</table></div>"""
        );

    public static Html Heads(params Head[] heads) => Html.Of($"<thead><tr>{Html.Each(heads, HeadOf)}</tr></thead>");

    /// <summary>What stands below a table that does not show all, where it does not.</summary>
    public static Html Note(bool condition, Func<string> text) =>
        Html.If(condition, () => Html.Of($"<p class=\"note\">{text()}</p>"));

    /// <summary>A line of smaller text below the main one.</summary>
    public static Html Small(string text) => Html.Of($"<span class=\"small\">{text}</span>");

    /// <summary>A cell of more than one line.</summary>
    public static Html Lines(Html main, string? small, bool isNumber = false) =>
        Html.Of(
            $"""<td{(isNumber ? new Html(" class=\"n\"") : Html.None)}>"""
                + $"<div>{main}{(small is null ? Html.None : Small(small))}</div></td>"
        );

    /// <summary>Text from a log, whose direction of writing must not turn the page's.</summary>
    public static Html Id(string text) => Html.Of($"<bdi>{text}</bdi>");

    private static Html HeadOf(Head head) =>
        Html.Of(
            $"""<th scope="col"{Html.If(head.IsNumber && !head.HasBar, () => new Html(" class=\"n\""))}"""
                + $"""{Html.If(head.HasBar, () => new Html(" colspan=\"2\""))}>{head.Text}</th>"""
        );

    private static Html RowOf(Row row, Head[] heads) =>
        Html.Of(
            $"""
            <tr{row.Attributes}><th scope="row">{row.Name}</th>{Html.Each(
                row.Cells.Zip(heads.Skip(1)),
                c => Labelled(c.First, c.Second)
            )}</tr>

            """
        );

    private static Html Labelled(Html cell, Head head)
    {
        var end = cell.Markup.IndexOf('>', StringComparison.Ordinal);
        return new Html($"{cell.Markup[..end]}{Html.Of($" data-label=\"{head.Text}\"").Markup}{cell.Markup[end..]}");
    }
}
