using FleetGenerator.Sessions;

namespace FleetGenerator.Samples;

/// <summary>The day that the samples show, so that what happens in them can be told by the clock.</summary>
internal static class SampleClock
{
    private const int FirstHour = 11;

    public static readonly SimulationWindow Window = new(
        new DateTimeOffset(2026, 10, 14, FirstHour, 0, 0, TimeSpan.Zero),
        14.5 * 3600
    );

    /// <summary>Seconds of the simulation; hours after midnight are 24 and more.</summary>
    public static double At(int hour, double minute = 0) => ((hour - FirstHour) * 3600) + (minute * 60);

    public static double Hours(double hours) => hours * 3600;
}
