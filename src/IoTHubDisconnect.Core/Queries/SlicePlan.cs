namespace IoTHubDisconnect.Queries;

/// <summary>Cuts a time into slices whose rows fit into an answer.</summary>
internal static class SlicePlan
{
    /// <summary>
    /// A quarter of the 500,000 rows that the service gives at most, because it gives no more than 100 MB either:
    /// https://learn.microsoft.com/azure/azure-monitor/service-limits#log-queries-and-language.
    /// </summary>
    public const long RowsInAnswer = 120_000;

    private const int MostBins = 2000;

    private static readonly TimeSpan[] Bins =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
        TimeSpan.FromDays(1),
    ];

    /// <summary>The stretches to count rows in.</summary>
    public static TimeSpan BinOf(TimePeriod period) =>
        Bins.FirstOrDefault(b => period.Length / b <= MostBins, Bins[^1]);

    /// <summary>Slices without a gap between them: a row may come late, into a time that had none when it was counted.</summary>
    /// <param name="period">The time.</param>
    /// <param name="counts">The rows in each bin that has any.</param>
    /// <param name="rowsInAnswer">The most rows that a slice may have.</param>
    public static IEnumerable<LogSlice> Cut(
        TimePeriod period,
        IEnumerable<(DateTimeOffset Bin, long Rows)> counts,
        long rowsInAnswer = RowsInAnswer
    )
    {
        var (start, rows, held) = (period.Start, 0L, new List<(DateTimeOffset Bin, long Rows)>());
        foreach (var (time, count) in counts.OrderBy(c => c.Bin))
        {
            if (rows > 0 && rows + count > rowsInAnswer)
            {
                foreach (var slice in Slices(time))
                    yield return slice;
                (start, rows, held) = (time, 0, []);
            }
            rows += count;
            held.Add((time, count));
        }
        foreach (var slice in Slices(period.End))
            yield return slice;

        IEnumerable<LogSlice> Slices(DateTimeOffset end) =>
            Halve(new LogSlice(new TimePeriod(start, end), rows) { Counts = held }, rowsInAnswer);
    }

    private static IEnumerable<LogSlice> Halve(LogSlice slice, long rowsInAnswer) =>
        slice.Rows > rowsInAnswer && slice.Halves() is var (first, second)
            ? Halve(first, rowsInAnswer).Concat(Halve(second, rowsInAnswer))
            : [slice];
}
