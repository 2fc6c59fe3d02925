using System.Globalization;
using System.Text;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// The small shapes that reports are drawn with. Drawings stretch to the page's width, so that text is never part of
/// them.
/// </summary>
internal static class Shapes
{
    /// <summary>The colour of an area.</summary>
    public static Html Swatch(TroubleArea area) =>
        Html.Of(
            $"""<svg class="swatch" viewBox="0 0 10 10" aria-hidden="true">"""
                + $"""<rect class="a-{area.ToString()}" width="10" height="10" rx="2"/>"""
                + $"""<rect class="p-{area.ToString()}" width="10" height="10" rx="2"/></svg>"""
        );

    /// <summary>
    /// What is drawn over colours, for who sees these alike: lines for sites, dots for the hub, and hatching for
    /// devices that are away.
    /// </summary>
    public static readonly Html Patterns = new(
        """
        <svg class="patterns" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="lines" width="4" height="4" patternUnits="userSpaceOnUse">
        <path class="over" d="M0 0h4v1.2h-4z"/></pattern>
        <pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse">
        <circle class="over" cx="2" cy="2" r="1.1"/></pattern>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="gone" d="M0 0h1.6v5h-1.6z"/></pattern>
        </defs></svg>
        """
    );

    /// <summary>A part of one as a bar, beside its figure.</summary>
    public static Html Bar(double part) =>
        Html.Of(
            $"""<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">"""
                + $"""<rect class="back" width="100" height="8"/>"""
                + $"""<rect class="fill" width="{Math.Max(part > 0 ? 1 : 0, 100 * part)}" height="8"/></svg>"""
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
            $"""<svg x="0" y="{y}" width="100%" height="{height}" viewBox="0 0 {width} {units}" """
                + $"""preserveAspectRatio="none">{shapes}</svg>"""
        );

    public static string PercentOf(double place) => (100 * place).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
