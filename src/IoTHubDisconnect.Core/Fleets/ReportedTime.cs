namespace IoTHubDisconnect.Fleets;

/// <summary>The time that is reported, in UTC ticks; its end is left out.</summary>
internal readonly record struct ReportedTime(long Start, long End)
{
    public static readonly ReportedTime All = new(long.MinValue, long.MaxValue);

    public bool HasStart => Start > DateTime.MinValue.Ticks;

    public bool HasEnd => End < DateTime.MaxValue.Ticks;

    public bool Includes(long ticks) => ticks >= Start && ticks < End;

    /// <summary>
    /// <c>, 2026-11-20 00:00:00Z to 2026-11-27 00:00:00Z</c>; nothing where all of the time is meant.
    /// </summary>
    public override string ToString() =>
        (HasStart, HasEnd) switch
        {
            (true, true) => $", {At(Start)} to {At(End)}",
            (true, false) => $", from {At(Start)} on",
            (false, true) => $", until {At(End)}",
            _ => "",
        };

    private static string At(long ticks) => $"{new DateTime(ticks, DateTimeKind.Utc):u}";
}
