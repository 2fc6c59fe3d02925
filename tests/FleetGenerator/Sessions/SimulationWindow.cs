namespace FleetGenerator.Sessions;

/// <summary>The time that the log shows. The simulation begins earlier, so that fleets are found in mid-life.</summary>
/// <param name="Start">UTC; second 0 of the simulation.</param>
/// <param name="Length">In seconds.</param>
internal sealed record SimulationWindow(DateTimeOffset Start, double Length)
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>Where the simulation begins, long enough before the window for every token to have run once.</summary>
    public double WarmUpFrom { get; init; } = -6 * 3600;

    public bool Shows(double at) => at >= 0 && at < Length;

    public DateTimeOffset TimeOf(double at) => Start.AddTicks((long)Math.Round(at * 1e6) * TicksPerMicrosecond);

    /// <summary>The next midnight, UTC, when quotas are renewed.</summary>
    public double MidnightAfter(double at)
    {
        DateTimeOffset midnight = new(TimeOf(at).Date.AddDays(1), TimeSpan.Zero);
        return (midnight - Start).TotalSeconds;
    }
}
