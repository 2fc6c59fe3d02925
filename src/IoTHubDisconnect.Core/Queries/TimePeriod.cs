namespace IoTHubDisconnect.Queries;

/// <summary>A time, from its first moment to the one after its last.</summary>
internal readonly record struct TimePeriod(DateTimeOffset Start, DateTimeOffset End)
{
    public TimeSpan Length => End - Start;

    public (TimePeriod First, TimePeriod Second) Halves() => (this with { End = Start + Length / 2 }, this with { Start = Start + Length / 2 });

    public override string ToString() => $"{Start.UtcDateTime:u} to {End.UtcDateTime:u}";
}
