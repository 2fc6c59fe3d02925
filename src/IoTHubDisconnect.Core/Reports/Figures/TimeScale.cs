namespace IoTHubDisconnect.Reports;

/// <summary>A time cut into equal steps that a chart can show.</summary>
internal sealed class TimeScale
{
    private const int MostSteps = 120;

    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 5, 10, 15, 30, 60, 120, 180, 360, 720 }.Select(m => TimeSpan.FromMinutes(m)),
        .. new[] { 1, 2, 7, 14, 28 }.Select(d => TimeSpan.FromDays(d)),
    ];

    public TimeScale(DateTimeOffset start, DateTimeOffset end)
    {
        Step = Array.Find(Steps, s => (end - start) / s <= MostSteps - 2);
        if (Step == default)
            Step = TimeSpan.FromDays(Math.Ceiling((end - start).TotalDays / MostSteps));
        Start = start.UtcTicks / Step.Ticks * Step.Ticks;
        Count = (int)((end.UtcTicks - Start) / Step.Ticks) + 1;
    }

    public TimeSpan Step { get; }

    /// <summary>UTC ticks.</summary>
    public long Start { get; }

    public long End => TimeOf(Count).UtcTicks;

    /// <summary>Steps.</summary>
    public int Count { get; }

    /// <summary>When a step begins, as far as the calendar goes.</summary>
    public DateTimeOffset TimeOf(int step) =>
        new(Math.Min(Start + step * Step.Ticks, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);

    public int StepOf(long ticks) => (int)Math.Clamp((ticks - Start) / Step.Ticks, 0, Count - 1);

    /// <summary>Where a moment is, from 0 at the start to 1 at the end.</summary>
    public double Place(long ticks) => Math.Clamp((double)(ticks - Start) / (End - Start), 0, 1);
}
