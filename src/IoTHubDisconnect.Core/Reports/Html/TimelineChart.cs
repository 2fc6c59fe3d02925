using System.Globalization;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// Connected devices, and below them the disconnects over the same time: those that were not expected by whose side
/// they are on, and apart from them those that were.
/// </summary>
internal static class TimelineChart
{
    private const double Unit = 10,
        Gap = 0.8;
    private const double ConnectedTop = 44,
        ConnectedHeight = 90;
    private const double TroubleTop = 172,
        TroubleHeight = 100;
    private const double UsualTop = 310,
        UsualHeight = 34;
    private const double Bottom = UsualTop + UsualHeight;

    /// <summary>Numbers nearer than that would overprint, as a part of the width.</summary>
    private const double NumberRoom = 0.022;

    private static readonly TroubleArea[] Troubles =
    [
        TroubleArea.Device,
        TroubleArea.Site,
        TroubleArea.Credentials,
        TroubleArea.Hub,
    ];
    private static readonly TroubleArea[] Usual = [TroubleArea.Expected];

    public static Html Of(ReportContent content, ReportLanguage language)
    {
        var scale = content.Scale!;
        var label = language.Format(
            "timeline.chart",
            ReportLanguage.Time(scale.TimeOf(0)),
            ReportLanguage.Time(scale.TimeOf(scale.Count)),
            language.Duration(scale.Step),
            content.UnexpectedCount,
            content.ExpectedCount
        );
        return Html.Of(
            $"""
            <svg class="chart" role="img" aria-label="{label}">
            {Incidents(content)}
            {TimeAxis.Draw(scale, ConnectedTop, Bottom, hasText: true)}
            {Title(ConnectedTop, language["timeline.connected"], UpTo(language, content.Connected.Max()))}
            {Connected(content)}
            {Title(TroubleTop, language["timeline.unexpected"], UpTo(language, Most(content, Troubles)))}
            {Bars(content, Troubles, TroubleTop, TroubleHeight)}
            {TimelineLabels.Of(content, Troubles, Most(content, Troubles), TroubleTop, TroubleHeight, language)}
            {Title(UsualTop, language["timeline.expected"], UpTo(language, Most(content, Usual)))}
            {Bars(content, Usual, UsualTop, UsualHeight)}
            {Hits(content, language)}
            </svg>
            """
        );
    }

    private static double Most(ReportContent content, TroubleArea[] areas) =>
        content.Timeline.Max(step => areas.Sum(a => step[CauseTimeline.NumberOf(a)]));

    private static string UpTo(ReportLanguage language, double most) =>
        language.Format("timeline.upto", (long)Math.Ceiling(most));

    private static Html Title(double top, string title, string most) =>
        Html.Of(
            $"""
            <text class="title" x="0" y="{top - 9}">{title}</text><text x="100%" y="{top
                - 9}" text-anchor="end">{most}</text>
            <line class="grid" x1="0" x2="100%" y1="{top}" y2="{top}"/>
            """
        );

    private static Html Connected(ReportContent content)
    {
        var most = Math.Max(1, content.Connected.Max());
        var width = content.Connected.Count * Unit;
        IEnumerable<(double X, double Count)> points =
        [
            (0, content.Connected[0]),
            .. content.Connected.Select((c, i) => ((i + 0.5) * Unit, c)),
            (width, content.Connected[^1]),
        ];
        var line = string.Join(
            'L',
            points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0} {100 - 100 * p.Count / most:0.#}"))
        );
        return Shapes.Stretched(
            ConnectedTop,
            ConnectedHeight,
            width,
            100,
            Html.Of(
                $"""
                <path class="area" d="M0 100L{line}L{width} 100z"/><path class="level" d="M{line}"/>
                """
            )
        );
    }

    private static Html Bars(ReportContent content, TroubleArea[] areas, double top, double height)
    {
        var most = Math.Max(1, Most(content, areas));
        var stacked = new double[content.Timeline.Count];
        return Html.Of(
            $"""
            {Shapes.Stretched(
                top,
                height,
                content.Timeline.Count * Unit,
                100,
                Html.Each(
                    areas,
                    area =>
                    {
                        var bars = Stack(content, CauseTimeline.NumberOf(area), stacked, most).ToArray();
                        return Html.Of(
                            $"{Shapes.Rectangles($"bar a-{area}", bars)}{Shapes.Rectangles($"p-{area}", bars)}"
                        );
                    }
                )
            )}
            <line class="grid" x1="0" x2="100%" y1="{top + height}" y2="{top + height}"/>
            """
        );
    }

    private static IEnumerable<(double, double, double, double)> Stack(
        ReportContent content,
        int number,
        double[] stacked,
        double most
    )
    {
        for (var i = 0; i < stacked.Length; i++)
        {
            var height = 100 * content.Timeline[i][number] / most;
            if (height <= 0)
                continue;
            stacked[i] += height;
            yield return (i * Unit + Gap, 100 - stacked[i], Unit - 2 * Gap, height);
        }
    }

    private static Html Incidents(ReportContent content)
    {
        var foremost = HubIncident.Foremost(content.Incidents);
        var numbered = double.NegativeInfinity;
        return Html.Each(
            content.Incidents.OrderBy(i => i.Start),
            incident =>
            {
                var (from, to) = (
                    content.Scale!.Place(incident.Start.UtcTicks),
                    content.Scale.Place(incident.End.UtcTicks)
                );
                var width = Math.Max(to - from, 0.006);
                var middle = Math.Clamp(from + width / 2, 0.01, 0.99);
                var number = Array.IndexOf(foremost, incident) + 1;
                var hasRoom = number > 0 && middle - numbered >= NumberRoom;
                if (hasRoom)
                    numbered = middle;
                return Html.Of(
                    $"""
                    <rect class="alarm" x="{Shapes.PercentOf(from)}" y="18" width="{Shapes.PercentOf(
                        width
                    )}" height="{Bottom - 18}"/>{Html.If(
                        hasRoom,
                        () =>
                            Html.Of(
                                $"""<text class="title" x="{Shapes.PercentOf(middle)}" y="12" """
                                    + $"""text-anchor="middle">{number}</text>"""
                            )
                    )}
                    """
                );
            }
        );
    }

    /// <summary>What a pointer that rests on a step is told.</summary>
    private static Html Hits(ReportContent content, ReportLanguage language)
    {
        var steps = Enumerable.Range(0, content.Timeline.Count).Where(i => content.Timeline[i].Any(c => c > 0));
        return Shapes.Stretched(
            ConnectedTop,
            Bottom - ConnectedTop,
            content.Timeline.Count * Unit,
            100,
            Html.Each(
                steps,
                i =>
                    Html.Of(
                        $"""<rect class="hit" x="{i * Unit}" width="{Unit}" height="100"><title>{ReportLanguage.Time(content.Scale!.TimeOf(i))}: {Sums(content.Timeline[i], language)}</title></rect>"""
                    )
            )
        );
    }

    private static string Sums(int[] counts, ReportLanguage language) =>
        string.Join(
            ", ",
            counts
                .Take(CauseNames.Count)
                .Select((count, number) => (Count: count, Cause: (CauseName)number))
                .Where(c => c.Count > 0)
                .OrderByDescending(c => c.Count)
                .Select(c => $"{c.Cause} {language.Number(c.Count)}")
        );
}
