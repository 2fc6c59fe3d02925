using IoTHubDisconnect;
using IoTHubDisconnect.Causes;

namespace CauseFitting;

/// <summary>
/// How often each cause showed each sign. A device's many disconnects count as their square root, and a story
/// as no more than a few
/// devices, so that no one habit stands for its cause.
/// </summary>
internal sealed class Counts
{
    private const double MostOfAStory = 12;
    private const double OfTheLabel = 0.85;

    private readonly Dictionary<(Situation, CauseName, int Aspect), double[]> _signs = [];
    private readonly Dictionary<(Situation, CauseName), double> _totals = [];

    /// <summary>The counts of one story, or of one kind of fleet.</summary>
    public static Counts Of(IEnumerable<Observation> observations)
    {
        var counts = new Counts();
        var weighed = observations
            .GroupBy(o => (o.Device, o.Situation))
            .SelectMany(device => device.Select(o => (Of: o, Weight: 1 / Math.Sqrt(device.Sum(d => d.Count)))))
            .ToList();
        foreach (var alike in weighed.GroupBy(o => (o.Of.Label.Cause, o.Of.Situation)))
        {
            double total = alike.Sum(o => o.Weight * o.Of.Count),
                scale = alike.First().Of.IsOrdinary ? 1 : Math.Min(1, MostOfAStory / total);
            foreach (var (of, weight) in alike)
                counts.Add(of, scale * weight * of.Count);
        }
        return counts;
    }

    /// <summary>The sum of several.</summary>
    public static Counts Of(IEnumerable<Counts> parts)
    {
        var sum = new Counts();
        foreach (var part in parts)
        {
            foreach (var (key, weight) in part._totals)
                sum._totals[key] = sum._totals.GetValueOrDefault(key) + weight;
            foreach (var (key, count) in part._signs)
                sum._signs[key] = [.. sum.Of(key.Item1, key.Item2, key.Aspect).Zip(count, (a, b) => a + b)];
        }
        return sum;
    }

    public bool IsFitted(Situation situation, int aspect) =>
        _signs.Keys.Any(k => k.Item1 == situation && k.Aspect == aspect);

    public double Total(Situation situation, CauseName cause) => _totals.GetValueOrDefault((situation, cause));

    public double[] Of(Situation situation, CauseName cause, int aspect) =>
        _signs.GetValueOrDefault((situation, cause, aspect)) ?? new double[CauseResolver.Aspects[aspect].Signs.Length];

    private void Add(Observation observation, double weight)
    {
        CauseName[] right = [.. observation.Right.Where(c => observation.Possible[(int)c])];
        for (var i = 0; i < right.Length; i++)
        {
            var share =
                right.Length == 1 ? 1
                : i == 0 ? OfTheLabel
                : (1 - OfTheLabel) / (right.Length - 1);
            _totals[(observation.Situation, right[i])] = Total(observation.Situation, right[i]) + weight * share;
            for (var aspect = 0; aspect < observation.Signs.Length; aspect++)
            {
                if (observation.Signs[aspect] < 0)
                    continue;
                if (!_signs.TryGetValue((observation.Situation, right[i], aspect), out var count))
                    _signs.Add(
                        (observation.Situation, right[i], aspect),
                        count = Of(observation.Situation, right[i], aspect)
                    );
                count[observation.Signs[aspect]] += weight * share;
            }
        }
    }
}
