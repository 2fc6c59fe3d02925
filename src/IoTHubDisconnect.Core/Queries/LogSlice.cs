namespace IoTHubDisconnect.Queries;

/// <summary>A part of a log that one answer is to hold: a time and, where a second has too many rows, a share of its rows by their hash.</summary>
/// <param name="Period">The time.</param>
/// <param name="Rows">How many rows are expected.</param>
internal sealed record LogSlice(TimePeriod Period, long Rows)
{
    private const int MostParts = 4096;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Which of <see cref="Parts"/> equal shares it is, from 0.</summary>
    public int Part { get; init; }

    public int Parts { get; init; } = 1;

    /// <summary>The rows counted in it, by the beginnings of the stretches that they were counted in; empty where they were not.</summary>
    public IReadOnlyList<(DateTimeOffset Bin, long Rows)> Counts { get; init; } = [];

    /// <summary>How often the service took too long for it, or for what it is a part of.</summary>
    public int Timeouts { get; init; }

    /// <summary>Two slices that hold together what this one does; null where it cannot be any smaller.</summary>
    public (LogSlice First, LogSlice Second)? Halves()
    {
        if (Parts == 1 && Counts.Count > 1)
            return HalvesByCounts();
        var half = this with { Rows = (Rows + 1) / 2, Counts = [] };
        if (Period.Length > Shortest && Parts == 1)
        {
            var middle = Period.Start.AddTicks(
                Math.Max(Shortest.Ticks, Period.Length.Ticks / 2 / Shortest.Ticks * Shortest.Ticks)
            );
            return (
                half with
                {
                    Period = Period with { End = middle },
                },
                half with
                {
                    Period = Period with { Start = middle },
                }
            );
        }
        if (Parts * 2 > MostParts)
            return null;
        return (half with { Parts = Parts * 2 }, half with { Parts = Parts * 2, Part = Part + Parts });
    }

    private (LogSlice, LogSlice) HalvesByCounts()
    {
        var (rows, count) = (Counts[0].Rows, 1);
        while (count < Counts.Count - 1 && rows + Counts[count].Rows <= Rows / 2)
            rows += Counts[count++].Rows;
        var middle = Counts[count].Bin;
        return (
            this with
            {
                Period = Period with { End = middle },
                Rows = rows,
                Counts = [.. Counts.Take(count)],
            },
            this with
            {
                Period = Period with { Start = middle },
                Rows = Rows - rows,
                Counts = [.. Counts.Skip(count)],
            }
        );
    }

    public override string ToString() => Parts == 1 ? $"{Period}" : $"{Period}, part {Part + 1} of {Parts}";
}
