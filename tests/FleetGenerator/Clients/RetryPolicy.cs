using FleetGenerator.Chance;

namespace FleetGenerator.Clients;

/// <summary>
/// When a client tries again: in seconds, doubling from <paramref name="Initial"/> to <paramref name="Cap"/>.
/// </summary>
/// <param name="FirstLow">Shortest wait for the first attempt after a drop.</param>
/// <param name="FirstHigh">Longest wait for the first attempt after a drop.</param>
/// <param name="Initial">The wait after the first refused attempt.</param>
/// <param name="Cap">The longest wait.</param>
/// <param name="Jitter">The share by which a wait varies either way.</param>
/// <param name="GivesUpAfter">After this long the library gives up and the application takes over.</param>
/// <param name="Pause">How long the application waits before it opens the client anew.</param>
internal sealed record RetryPolicy(
    double FirstLow,
    double FirstHigh,
    double Initial,
    double Cap,
    double Jitter,
    double GivesUpAfter = double.PositiveInfinity,
    double Pause = 0
)
{
    public double First(Rng rng) => rng.Between(FirstLow, FirstHigh);

    /// <summary>The wait after the refused attempt number <paramref name="attempt"/> (from 0) of a run.</summary>
    public double Next(int attempt, double runningFor, Rng rng)
    {
        var wait = Math.Min(Cap, Initial * Math.Pow(2, Math.Min(attempt, 20)));
        if (Pause == 0 || RoundTime(runningFor) + wait <= GivesUpAfter)
            return wait * rng.Between(1 - Jitter, 1 + Jitter);
        return Pause * rng.Between(0.95, 1.1);
    }

    /// <summary>
    /// How long after the link is restored a client that has been retrying all the time gets through.
    /// </summary>
    public double Residual(double downFor, Rng rng) => rng.Between(0.2, Math.Max(1, Math.Min(Cap, downFor)));

    private double RoundTime(double runningFor) => runningFor % (GivesUpAfter + Pause);
}
