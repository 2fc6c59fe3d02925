namespace IoTHubDisconnect.Reports;

/// <summary>What the stacked bars of the chart are, beside the legend.</summary>
internal static class TimelineLabels
{
    /// <summary>Labels nearer than that would overprint, as a part of the width.</summary>
    private const double Room = 0.16;

    /// <summary>
    /// The name of each area where it has most, as far as there is room; beside the bar where that reaches to the top.
    /// </summary>
    public static Html Of(
        ReportContent content,
        TroubleArea[] areas,
        double most,
        double top,
        double height,
        ReportLanguage language
    )
    {
        var taken = new List<double>();
        return Html.Each(
            areas
                .Select(area =>
                    (Area: area, Counts: content.Timeline.Select(s => s[CauseTimeline.NumberOf(area)]).ToArray())
                )
                .Where(a => a.Counts.Any(c => c > 0))
                .OrderByDescending(a => a.Counts.Max()),
            a =>
            {
                var step = Array.IndexOf(a.Counts, a.Counts.Max());
                var place = Math.Clamp((step + 0.5) / a.Counts.Length, 0.06, 0.94);
                if (taken.Exists(t => Math.Abs(t - place) < Room))
                    return Html.None;
                taken.Add(place);
                var stack = Enumerable
                    .Range(0, a.Counts.Length)
                    .Where(i => Math.Abs((i + 0.5) / a.Counts.Length - place) < Room / 2)
                    .Append(step)
                    .Max(i => areas.Sum(t => content.Timeline[i][CauseTimeline.NumberOf(t)]));
                var y = top + height * (1 - stack / Math.Max(1, most));
                var isBeside = y - 3 < top + 11;
                var (x, anchor) =
                    !isBeside ? (place, "middle")
                    : place < 0.5 ? (place + 0.6 / a.Counts.Length, "start")
                    : (place - 0.6 / a.Counts.Length, "end");
                return Html.Of(
                    $"""<text class="label" x="{Shapes.PercentOf(x)}" y="{(isBeside ? top + 11 : y - 3)}" """
                        + $"""text-anchor="{anchor}">{language[$"area.{a.Area}"]}</text>"""
                );
            }
        );
    }
}
