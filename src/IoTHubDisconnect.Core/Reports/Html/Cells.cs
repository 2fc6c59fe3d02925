using System.Globalization;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// Cells of tables. Beside what a person reads they carry the exact figure, for whatever reads the page by machine.
/// </summary>
internal static class Cells
{
    public static Html Number(long number, ReportLanguage language) =>
        Html.Of($"""<td class="n" data-v="{number}">{language.Number(number)}</td>""");

    public static Html Duration(TimeSpan? span, ReportLanguage language) =>
        Html.Of(
            $"""<td class="n"{(span is { } time ? Html.Of($" data-v=\"{time.Ticks}\"") : Html.None)}>{language.Duration(span)}</td>"""
        );

    public static Html Share(double share, ReportLanguage language) =>
        Html.Of($"""<td class="n">{language.Percent(share)}</td><td>{Shapes.Bar(share)}</td>""");

    public static Html Time(DateTimeOffset time) => Html.Of($"""<td class="n">{Moment(time)}</td>""");

    public static Html Moment(DateTimeOffset time) =>
        Html.Of(
            $"""<time datetime="{time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}">{ReportLanguage.Time(time)}</time>"""
        );

    public static Html Heads(params Head[] heads) =>
        Html.Of(
            $"<thead><tr>{Html.Each(heads, h => Html.Of($"""<th scope="col"{Html.If(h.IsNumber && !h.HasBar, () => new Html(" class=\"n\""))}{Html.If(h.HasBar, () => new Html(" colspan=\"2\""))}>{h.Text}</th>"""))}</tr></thead>"
        );

    /// <summary>The head of a column.</summary>
    /// <param name="Text">Its name.</param>
    /// <param name="IsNumber">It holds figures.</param>
    /// <param name="HasBar">Beside each figure is a bar, in a column of its own.</param>
    public sealed record Head(string Text, bool IsNumber = false, bool HasBar = false);

    /// <summary>A table that scrolls in itself where the page is narrower, by keyboard too.</summary>
    public static Html Table(string label, string id, Html content) =>
        Html.Of(
            $"""<div class="wide" role="group" tabindex="0" aria-label="{label}"><table id="{id}">{content}</table></div>"""
        );

    /// <summary>Text from a log, whose direction of writing must not turn the page's.</summary>
    public static Html Id(string text) => Html.Of($"<bdi>{text}</bdi>");
}
