namespace IoTHubDisconnect.Sources.Queries;

/// <summary>
/// A part of a log that one answer is to hold: a time and, of its rows, a share by the hash of what they say.
/// </summary>
/// <param name="Period">The time.</param>
/// <param name="Rows">How many rows are expected.</param>
internal sealed record LogSlice(TimePeriod Period, long Rows)
{
    public const int MostParts = 4096;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Which of <see cref="Parts"/> equal shares it is, from 0.</summary>
    public int Part { get; init; }

    public int Parts { get; init; } = 1;

    /// <summary>How often the service took too long for it, or for what it is a part of.</summary>
    public int Timeouts { get; init; }

    /// <summary>
    /// Two slices that hold together what this one does, by shares as long as that goes on;
    /// empty where it cannot be any smaller.
    /// </summary>
    public IReadOnlyList<LogSlice> Halves() =>
        Parts * 2 > MostParts
            ? Stretches(2)
            :
            [
                this with
                {
                    Rows = (Rows + 1) / 2,
                    Parts = Parts * 2,
                },
                this with
                {
                    Rows = (Rows + 1) / 2,
                    Parts = Parts * 2,
                    Part = Part + Parts,
                },
            ];

    /// <summary>
    /// Slices for so many stretches of the time, or for as many as there are seconds; empty where it has no two.
    /// </summary>
    public IReadOnlyList<LogSlice> Stretches(long count)
    {
        var length = Math.Max(Shortest.Ticks, Period.Length.Ticks / count / Shortest.Ticks * Shortest.Ticks);
        var stretches = new List<LogSlice>();
        for (var start = Period.Start; start < Period.End; start = stretches[^1].Period.End)
        {
            var isLast = Period.End - start < TimeSpan.FromTicks(2 * length);
            var end = isLast ? Period.End : start.AddTicks(length);
            stretches.Add(this with { Period = new TimePeriod(start, end), Rows = (Rows + count - 1) / count });
        }
        return stretches.Count > 1 ? stretches : [];
    }

    public override string ToString() => Parts == 1 ? $"{Period}" : $"{Period}, part {Part + 1} of {Parts}";
}
