using System.Globalization;

namespace IoTHubDisconnect.Reports;

/// <summary>The moments that a chart's axis names: round ones, few enough to read.</summary>
internal static class TimeAxis
{
    private const int MostTicks = 7;
    private const double Edge = 0.035;

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 15, 30, 60, 120, 180, 240, 360, 720 }.Select(m => TimeSpan.FromMinutes(m)),
        .. new[] { 1, 2, 7, 14, 28, 56, 112 }.Select(d => TimeSpan.FromDays(d)),
    ];

    public static IEnumerable<(double Place, string Text)> Of(TimeScale scale)
    {
        var length = new TimeSpan(scale.End - scale.Start);
        var step = Array.Find(Steps, s => length / s <= MostTicks) is var found && found == default ? Steps[^1] : found;
        for (
            var ticks = (scale.Start + step.Ticks - 1) / step.Ticks * step.Ticks;
            ticks < scale.End;
            ticks += step.Ticks
        )
        {
            var place = scale.Place(ticks);
            if (place is < Edge or > 1 - Edge)
                continue;
            var time = new DateTimeOffset(ticks, TimeSpan.Zero);
            var isDay = step.Ticks % TimeSpan.TicksPerDay == 0 || time.TimeOfDay == TimeSpan.Zero;
            yield return (place, time.ToString(isDay ? "MM-dd" : "HH:mm", CultureInfo.InvariantCulture));
        }
    }

    public static Html Draw(TimeScale scale, double top, double bottom, bool hasText)
    {
        var i = 0;
        return Html.Each(
            Of(scale),
            tick =>
                Html.Of(
                    $"""
                    <g{Alternate(i++)}><line class="grid" x1="{Shapes.PercentOf(tick.Place)}" x2="{Shapes.PercentOf(
                        tick.Place
                    )}" y1="{top}" y2="{bottom}"/>{Html.If(
                        hasText,
                        () =>
                            Html.Of(
                                $"""<text x="{Shapes.PercentOf(tick.Place)}" y="{bottom + 17}" text-anchor="middle">{tick.Text}</text>"""
                            )
                    )}</g>
                    """
                )
        );
    }

    private static Html Alternate(int index) => index % 2 == 1 ? new Html(" class=\"alt\"") : Html.None;
}
