namespace IoTHubDisconnect.Alerts;

/// <summary>A threshold, and how often it would have been crossed in the past.</summary>
internal readonly record struct AlertThreshold(int Value, int Alerts)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(4);

    /// <summary>
    /// The lowest threshold that the past crossed no more often than wanted, in a part of a week as in a whole one,
    /// raised by two standard deviations of what chance adds to such a number: the next weeks will not be just like the
    /// last.
    /// </summary>
    /// <param name="past">The looks that found something.</param>
    /// <param name="frequency">The time between two looks.</param>
    /// <param name="period">How long the past is.</param>
    /// <param name="alertsPerWeek">How often it may fire.</param>
    public static AlertThreshold Find(
        IReadOnlyList<AlertLook> past,
        TimeSpan frequency,
        TimeSpan period,
        double alertsPerWeek
    )
    {
        var wanted = (int)Math.Ceiling(alertsPerWeek * (period / Week));
        var lowest = Enumerable
            .Range(0, past.Select(l => l.Devices).DefaultIfEmpty().Max() + 1)
            .First(t => Crossings(past, t, frequency) <= wanted);
        var threshold = lowest + (int)Math.Ceiling(2 * Math.Sqrt(lowest));
        return new AlertThreshold(threshold, Crossings(past, threshold, frequency));
    }

    /// <summary>
    /// How often the looks rise above it. What stays above is told of anew twice in a working day: an alert that never
    /// ends is none.
    /// </summary>
    public static int Crossings(IReadOnlyList<AlertLook> past, int threshold, TimeSpan frequency)
    {
        var looks = (int)Math.Max(1, Lasting / frequency);
        var (crossings, above) = (0, 0);
        var next = 0L;
        foreach (var look in past)
        {
            if (look.Index != next || look.Devices <= threshold)
                above = 0;
            if (look.Devices > threshold && above++ % looks == 0)
                crossings++;
            next = look.Index + 1;
        }
        return crossings;
    }
}
