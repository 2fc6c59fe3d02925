using IoTHubDisconnect.Causes;

namespace IoTHubDisconnect.Reports;

/// <summary>One device's time as a strip: when it was connected, and when it disconnected and why.</summary>
internal static class SessionStrip
{
    /// <summary>As fine as a screen shows; finer would only be longer.</summary>
    private const int Columns = 480;

    private const double Height = 28,
        Usual = 9;

    public static Html Of(DeviceFigures device, TimeScale scale, string label)
    {
        var marks = device
            .Marks.GroupBy(m => ColumnOf(scale, m.Ticks))
            .Select(g => (Column: g.Key, Mark: g.MinBy(m => m.IsExpected)))
            .GroupBy(m => TroubleAreas.Of(m.Mark.Cause, m.Mark.Scope, m.Mark.IsExpected))
            .OrderByDescending(g => g.Key);
        var track = Html.Of($"""<rect class="track" width="{Columns}" height="{Height}"/>""");
        var connected = Shapes.Rectangles(
            "on",
            Connected(device, scale).Select(s => (s.From, 6.0, s.To - s.From, Height - 12))
        );
        var gone = Shapes.Rectangles("away", Gone(device, scale));
        var troubles = Html.Each(
            marks,
            kind =>
                Shapes.Rectangles($"a-{kind.Key}", kind.Select(m => Mark(m.Column, kind.Key == TroubleArea.Expected)))
        );
        return Html.Of(
            $"""
            <svg class="strip" role="img" aria-label="{label}">
            {Shapes.Stretched(0, Height, Columns, Height, Html.Of($"{track}{connected}{gone}{troubles}"))}
            {TimeAxis.Draw(scale, Height, Height + 3, hasText: true)}
            </svg>
            """
        );
    }

    private static (double, double, double, double) Mark(int column, bool isExpected) =>
        isExpected ? (column, (Height - Usual) / 2, 1, Usual) : (Math.Min(column, Columns - 2), 0, 2, Height);

    /// <summary>The time from when it went to the end of the log.</summary>
    private static IEnumerable<(double, double, double, double)> Gone(DeviceFigures device, TimeScale scale)
    {
        if (device.Absence is not { IsExpected: false } absence)
            yield break;
        var (from, to) = (scale.Place(absence.Since) * Columns, scale.Place(absence.Until) * Columns);
        yield return (from, 0, Math.Max(2, to - from), Height);
    }

    private static int ColumnOf(TimeScale scale, long ticks) =>
        Math.Min(Columns - 1, (int)(scale.Place(ticks) * Columns));

    private static List<(double From, double To)> Connected(DeviceFigures device, TimeScale scale)
    {
        var spans = new List<(double From, double To)>();
        foreach (var (from, to) in ConnectedTally.Sessions(device.Profile!, device.Hub).OrderBy(s => s.From))
        {
            var (first, last) = (Math.Round(scale.Place(from) * Columns, 1), Math.Round(scale.Place(to) * Columns, 1));
            if (last <= first)
                continue;
            if (spans.Count > 0 && first - spans[^1].To < 1)
                spans[^1] = (spans[^1].From, Math.Max(last, spans[^1].To));
            else
                spans.Add((first, last));
        }
        return spans;
    }
}
