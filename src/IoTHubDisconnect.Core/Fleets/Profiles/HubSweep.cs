using System.Runtime.CompilerServices;
using IoTHubDisconnect.Fleets.Sessions;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Fleets.Profiles;

/// <summary>
/// The hub looks for expired tokens on a clock of its own, so closing after closing falls into the same second of its
/// five minutes, however long the device took to come back; an idle cut counts from the connect.
/// </summary>
internal sealed class HubSweep
{
    private const long Ticks = (long)TokenExpiry.Sweep * TimeSpan.TicksPerSecond;

    /// <summary>Seconds by which two closings of one second of the sweeps are apart.</summary>
    private const double SameSecond = 3;

    private readonly double _phase;

    private HubSweep(double phase) => _phase = phase;

    /// <summary>The sweeps that most closings fall into; null for none.</summary>
    /// <param name="phases">As <see cref="PhaseOf"/> has them, in order of time.</param>
    /// <param name="away">
    /// Seconds that the device was away in all: by so much would the closings of a timer move on.
    /// </param>
    [MethodImpl(HotPath.Profiles)]
    public static HubSweep? Find(ReadOnlySpan<double> phases, double away)
    {
        const int enough = 6;
        const double enoughAway = 20;
        var (same, last) = (0, 0.0);
        for (var i = 1; i < phases.Length; i++)
        {
            if (Math.Abs(phases[i] - phases[i - 1]) <= SameSecond)
                (same, last) = (same + 1, phases[i]);
        }
        if (phases.Length < enough || away < enoughAway || same * 4 < (phases.Length - 1) * 3)
            return null;
        var near = 0;
        foreach (var phase in phases)
            near += IsSame(phase, last) ? 1 : 0;
        return near * 4 >= phases.Length * 3 ? new HubSweep(last) : null;
    }

    /// <summary>The session was closed at the sweeps' second.</summary>
    public bool Fits(long ticks) => IsSame(PhaseOf(ticks), _phase);

    /// <summary>Seconds after whole five minutes.</summary>
    public static double PhaseOf(long ticks) => DisconnectRecord.Seconds(ticks % Ticks);

    private static bool IsSame(double phase, double other) =>
        Math.Abs(Math.IEEERemainder(phase - other, TokenExpiry.Sweep)) <= SameSecond;
}
