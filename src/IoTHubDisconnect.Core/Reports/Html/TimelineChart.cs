using System.Globalization;
using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>
/// Connected devices, and below them the disconnects over the same time: those that were not expected by cause, and
/// apart from them those that were.
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

    public static Html Of(ReportContent content, ReportLanguage language)
    {
        var scale = content.Scale!;
        var expected = CausesOf(content, isExpected: true);
        var trouble = CausesOf(content, isExpected: false);
        var label = language.Format(
            "timeline.chart",
            ReportLanguage.Time(scale.TimeOf(0)),
            ReportLanguage.Time(scale.TimeOf(scale.Count)),
            language.Duration(scale.Step),
            content.Count - content.ExpectedCount,
            content.ExpectedCount
        );
        return Html.Of(
            $"""
            <svg class="chart" role="img" aria-label="{label}">
            {Incidents(content)}
            {TimeAxis.Draw(scale, ConnectedTop, Bottom, hasText: true)}
            {Title(ConnectedTop, language["timeline.connected"], UpTo(language, content.Connected.Max()))}
            {Connected(content)}
            {Title(
                TroubleTop,
                language["timeline.unexpected"],
                UpTo(language, Most(content, trouble, isExpected: false))
            )}
            {Bars(content, trouble, isExpected: false, TroubleTop, TroubleHeight)}
            {Title(UsualTop, language["timeline.expected"], UpTo(language, Most(content, expected, isExpected: true)))}
            {Bars(content, expected, isExpected: true, UsualTop, UsualHeight)}
            {Hits(content, language)}
            </svg>
            """
        );
    }

    /// <summary>The causes that occur, the most frequent first.</summary>
    public static CauseName[] CausesOf(ReportContent content, bool isExpected) =>
        [.. content.Causes.Where(c => c.IsExpected != !isExpected).Select(c => c.MainCause)];

    private static double Most(ReportContent content, CauseName[] causes, bool isExpected) =>
        content.Timeline.Max(step => causes.Sum(c => step[CauseTimeline.NumberOf(c, isExpected)]));

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

    private static Html Bars(ReportContent content, CauseName[] causes, bool isExpected, double top, double height)
    {
        var most = Math.Max(1, Most(content, causes, isExpected));
        var stacked = new double[content.Timeline.Count];
        return Html.Of(
            $"""
            {Shapes.Stretched(
                top,
                height,
                content.Timeline.Count * Unit,
                100,
                Html.Each(
                    causes,
                    cause =>
                        Shapes.Rectangles(
                            $"c-{cause}",
                            Stack(content, CauseTimeline.NumberOf(cause, isExpected), stacked, most)
                        )
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
        var number = 0;
        return Html.Each(
            content.Incidents,
            incident =>
            {
                var (from, to) = (
                    content.Scale!.Place(incident.Start.UtcTicks),
                    content.Scale.Place(incident.End.UtcTicks)
                );
                var width = Math.Max(to - from, 0.006);
                return Html.Of(
                    $"""
                    <rect class="alarm" x="{Shapes.PercentOf(from)}" y="18" width="{Shapes.PercentOf(
                        width
                    )}" height="{Bottom - 18}"/><text class="title" x="{Shapes.PercentOf(
                        Math.Clamp(from + width / 2, 0.01, 0.99)
                    )}" y="12" text-anchor="middle">{(++number).ToString(CultureInfo.InvariantCulture)}</text>
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
                .Select((count, number) => (Count: count, Cause: (CauseName)(number % CauseNames.Count)))
                .GroupBy(c => c.Cause, c => c.Count)
                .Select(g => (Cause: g.Key, Count: g.Sum()))
                .Where(c => c.Count > 0)
                .OrderByDescending(c => c.Count)
                .Select(c => $"{c.Cause} {language.Number(c.Count)}")
        );
}
