using IoTHubDisconnect;
using IoTHubDisconnect.Causes;

namespace CauseFitting;

/// <summary>Gives the answers of one set of parameters.</summary>
internal static class Judge
{
    /// <summary>By cause, how likely it is.</summary>
    public static double[] Probabilities(Observation observation, CauseParameters parameters, double temperature)
    {
        var nats = new double[CauseNames.Count];
        parameters.Begin(observation.Situation, nats);
        for (var i = 0; i < observation.Signs.Length; i++)
        {
            if (observation.Signs[i] >= 0)
                parameters.Add(observation.Situation, i, observation.Signs[i], nats);
        }
        for (var i = 0; i < nats.Length; i++)
            nats[i] = observation.Possible[i] ? nats[i] : Chances.Impossible;
        Chances.Normalize(nats, temperature);
        return nats;
    }

    /// <summary>
    /// How surprised the answers are by the truth, in nats on average.
    /// </summary>
    public static double Loss(IEnumerable<Observation> observations, CauseParameters parameters, double temperature) =>
        observations.Average(o =>
        {
            var p = Probabilities(o, parameters, temperature);
            return -Math.Log(Math.Max(0.002, Math.Min(ConfidenceLimit.Most, o.Right.Sum(c => p[(int)c]))));
        });
}
