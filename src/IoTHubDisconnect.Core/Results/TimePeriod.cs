namespace IoTHubDisconnect;

/// <summary>A time, from its first moment to the one after its last.</summary>
internal readonly record struct TimePeriod(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>So long a time up to a moment, as far as the calendar goes back.</summary>
    public static TimePeriod UpTo(DateTimeOffset end, TimeSpan length) => new(At(end.UtcTicks - length.Ticks), end);

    /// <summary>So long a time from a moment on, as far as the calendar goes.</summary>
    public static TimePeriod From(DateTimeOffset start, TimeSpan length) =>
        new(start, At(start.UtcTicks + length.Ticks));

    public TimeSpan Length => End - Start;

    /// <summary>Its halves, the second of which has the moment that cannot be halved.</summary>
    public (TimePeriod First, TimePeriod Second) Halves()
    {
        var middle = Start + TimeSpan.FromTicks(Length.Ticks / 2);
        return (this with { End = middle }, this with { Start = middle });
    }

    /// <summary>The period with the time around it, as far as the calendar goes.</summary>
    public TimePeriod Widened(TimeSpan before, TimeSpan after) => new(UpTo(Start, before).Start, From(End, after).End);

    public override string ToString() => $"{Start.UtcDateTime:u} to {End.UtcDateTime:u}";

    private static DateTimeOffset At(long ticks) =>
        new(Math.Clamp(ticks, 0, DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero);
}
