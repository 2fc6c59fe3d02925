using System.Text.Json.Nodes;
using FleetGenerator.Stories;
using IoTHubDisconnect.Causes;

namespace CauseFitting;

/// <summary>
/// Parameters fitted to ordinary fleets and stories, and how they do on each story when it is left out.
/// </summary>
internal sealed class Trial
{
    private const int FirstSeed = 1;
    private const int Seeds = 4;

    /// <summary>Each draws its parameters anew, and few draws would be taken for the story.</summary>
    private const int SeedsOfAStory = 12;

    private const int Cores = 2;

    private static readonly double[] Temperatures = [1, 1.1, 1.2, 1.3, 1.4, 1.6, 1.8, 2];

    private readonly JsonObject _stated;
    private readonly ILookup<string, Observation> _observations;
    private readonly Dictionary<string, Counts> _counts;
    private readonly Dictionary<string, CauseParameters> _without;
    private readonly CauseParameters _whole;

    /// <param name="stated">Parameters, of which what is stated is used.</param>
    public Trial(JsonObject stated)
    {
        _stated = stated;
        _observations = Observe().ToLookup(o => o.Source);
        _counts = InParallel(_observations, o => o.Key, Counts.Of);
        _without = InParallel(
            _observations.Where(o => !o.First().IsOrdinary),
            o => o.Key,
            o => Fit.Parse(Fit.Of(Counts.Of(_counts.Where(c => c.Key != o.Key).Select(c => c.Value)), _stated))
        );
        Fitted = Fit.Of(Counts.Of(_counts.Values), _stated);
        _whole = Fit.Parse(Fitted);
        Temperature = Temperatures.MinBy(LossAt);
        Fitted["temperature"] = Temperature;
        var provenance = Fitted["provenance"]!;
        var source =
            $"Counted over {_observations.Sum(o => o.Sum(one => one.Count)):N0} disconnects of simulated fleets: "
            + $"{string.Join(", ", Observation.Ordinary)}, seeds {FirstSeed} to {FirstSeed + Seeds - 1}, and "
            + $"{StoryBook.All.Count} stories, seeds {FirstSeed} to {FirstSeed + SeedsOfAStory - 1}.";
        provenance["fitted"] = source;
        provenance["commonness"] = source;
        provenance["temperature"] = "Fitted to the same, each story answered without it.";
    }

    /// <summary>What ships: fitted to all.</summary>
    public JsonObject Fitted { get; }

    public double Temperature { get; }

    /// <summary>
    /// The figures of each story, answered by parameters that were fitted without it, and of the ordinary
    /// fleets.
    /// </summary>
    public IEnumerable<StoryFigures> Figures() =>
        _observations.Select(source =>
        {
            var figures = new StoryFigures(source.Key);
            foreach (var observation in source)
                figures.Add(observation, Judge.Probabilities(observation, ParametersFor(source.Key), Temperature));
            return figures;
        });

    private static IEnumerable<Observation> Observe() =>
        Observation
            .Ordinary.SelectMany(fleets =>
                Enumerable
                    .Range(FirstSeed, Seeds)
                    .Select(seed => (Func<List<Observation>>)(() => Observation.Of(fleets, seed)))
            )
            .Concat(
                StoryBook.All.SelectMany(story =>
                    Enumerable
                        .Range(FirstSeed, SeedsOfAStory)
                        .Select(seed => (Func<List<Observation>>)(() => Observation.Of(story, seed)))
                )
            )
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(Cores)
            .SelectMany(observe => observe());

    private static Dictionary<string, TValue> InParallel<TItem, TValue>(
        IEnumerable<TItem> items,
        Func<TItem, string> key,
        Func<TItem, TValue> value
    ) =>
        items
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(Cores)
            .Select(item => (Key: key(item), Value: value(item)))
            .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>Each source counts alike, and so does each cause of it.</summary>
    private double LossAt(double temperature)
    {
        var losses = _observations.ToLookup(
            source => source.First().IsOrdinary,
            source =>
                source
                    .GroupBy(o => o.Label.Cause)
                    .Average(cause => Judge.Loss(cause, ParametersFor(source.Key), temperature))
        );
        return losses[true].Average() + losses[false].Average();
    }

    private CauseParameters ParametersFor(string source) => _without.GetValueOrDefault(source) ?? _whole;
}
