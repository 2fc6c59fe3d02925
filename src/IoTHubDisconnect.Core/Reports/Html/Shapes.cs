using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// The small shapes that reports are drawn with. Drawings stretch to the page's width, so that text is never part of
/// them.
/// </summary>
internal static class Shapes
{
    /// <summary>The colour of a cause.</summary>
    public static Html Swatch(CauseName cause) =>
        Html.Of(
            $"""<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true"><rect class="c-{cause.ToString()}" width="10" height="10" rx="2"/></svg>"""
        );

    /// <summary>A part of one as a bar, beside its figure.</summary>
    public static Html Bar(double part) =>
        Html.Of(
            $"""<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="back" width="100" height="8"/><rect class="fill" width="{Math.Max(part > 0 ? 1 : 0, 100 * part)}" height="8"/></svg>"""
        );

    /// <summary>A path of rectangles.</summary>
    public static Html Rectangles(
        string style,
        IEnumerable<(double X, double Y, double Width, double Height)> rectangles
    )
    {
        var path = new StringBuilder();
        foreach (var (x, y, width, height) in rectangles)
            path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}h{width:0.#}v{height:0.#}h-{width:0.#}z");
        return path.Length == 0 ? Html.None : Html.Of($"""<path class="{style}" d="{path.ToString()}"/>""");
    }

    /// <summary>A part of a drawing that stretches to its width.</summary>
    public static Html Stretched(double y, double height, double width, double units, Html shapes) =>
        Html.Of(
            $"""<svg x="0" y="{y}" width="100%" height="{height}" viewBox="0 0 {width} {units}" preserveAspectRatio="none">{shapes}</svg>"""
        );

    public static string PercentOf(double place) => (100 * place).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
