using System.Globalization;
using FleetGenerator;
using IoTHubDisconnect.Causes;
using IoTHubDisconnect.Fleets;
using IoTHubDisconnect.Hubs;

namespace IoTHubDisconnect.Tests.Causes;

/// <summary>
/// Holds the answers over a simulated fleet against its labels. An answer meets a label of the same identity and kind
/// within five seconds (a run of refusals: two minutes); labels whose rows the log lost count as missed.
/// </summary>
internal sealed class Score
{
    private const string Missed = "(missed)",
        None = "(none)";

    private readonly Dictionary<(string True, string Given), int> _counts = [];
    private readonly (int Count, int Right, double Confidence)[] _bins = new (int, int, double)[10];

    /// <summary>The mean over the causes of the harmonic mean of precision and recall.</summary>
    public double MacroF1 => Causes.Average(F1);

    /// <summary>The share of labels that were found and rightly called benign or real.</summary>
    public double BenignOrReal =>
        Sum((t, g) => t != None && g != Missed && IsBenign(t) == IsBenign(g)) / Sum((t, _) => t != None);

    /// <summary>
    /// How far confidence is from being right, on average over the answers (expected calibration error, ten bins).
    /// </summary>
    public double CalibrationError => _bins.Sum(b => Math.Abs(b.Right - b.Confidence)) / _bins.Sum(b => b.Count);

    private IEnumerable<string> Causes =>
        _counts.Keys.Select(k => k.True).Where(t => t != None).Distinct().Order(StringComparer.Ordinal);

    public static Score Of(FleetOptions options, bool withMetric = false) => Of(Fleet.Simulate(options), withMetric);

    public static Score Of(Fleet fleet, bool withMetric = false) =>
        SimulatedLog.Read(
            fleet,
            log =>
            {
                if (withMetric)
                    log.Add(log.ResourceIds.Select(id => new HubCondition(id) { Metric = MetricOf(fleet, id) }));
                var score = new Score();
                score.Match(
                    fleet.Labels,
                    log.Find(new DisconnectFilter())
                        .Select(d => CauseExplainer.Resolve(d, ResolveOptions.None, CultureInfo.InvariantCulture))
                );
                return score;
            }
        );

    public override string ToString() =>
        string.Join(
            '\n',
            Causes.Select(c =>
                $"{c, -18} {Sum((t, _) => t == c), 6} F1 {F1(c):0.000}  {string.Join(", ", Mistaken(c))}"
            )
        );

    private IEnumerable<string> Mistaken(string cause) =>
        _counts
            .Where(k => k.Key.True == cause && k.Key.Given != cause)
            .OrderByDescending(k => k.Value)
            .Select(k => $"{k.Key.Given} {k.Value}");

    private static HubMetric MetricOf(Fleet fleet, string resourceId)
    {
        var finder = new DipFinder(resourceId);
        var counts = fleet
            .ConnectedCounts.Single(c =>
                c.Key.Equals(HubResourceId.NameOf(resourceId), StringComparison.OrdinalIgnoreCase)
            )
            .Value;
        return new HubMetric([
            .. counts.SelectMany(c => finder.Add(new MetricPoint(c.Time, c.Average, c.Minimum, c.Maximum))),
            .. finder.Complete(),
        ]);
    }

    private void Match(IEnumerable<Label> labels, IEnumerable<DisconnectCause> answers)
    {
        var open = answers
            .GroupBy(a => (a.HubName.ToUpperInvariant(), a.DeviceId, a.ModuleId, a.Kind.ToString()))
            .ToDictionary(g => g.Key, g => g.ToList());
        foreach (var label in labels)
        {
            var tolerance = TimeSpan.FromSeconds(label.Kind == LabelKind.Closed ? 5 : 120);
            var answer = open.TryGetValue(
                (label.HubName, label.DeviceId, label.ModuleId, label.Kind.ToString()),
                out var candidates
            )
                ? candidates
                    .Where(a => (a.Time - label.Time).Duration() <= tolerance)
                    .MinBy(a => (a.Time - label.Time).Duration())
                : null;
            Count(label.Cause.ToString(), answer?.Cause.ToString() ?? Missed);
            if (answer is null)
                continue;
            candidates!.Remove(answer);
            ref var bin = ref _bins[Math.Min(9, (int)(answer.Confidence * 10))];
            bin = (
                bin.Count + 1,
                bin.Right + (answer.Cause.ToString() == label.Cause.ToString() ? 1 : 0),
                bin.Confidence + answer.Confidence
            );
        }
        foreach (var extra in open.Values.SelectMany(v => v))
            Count(None, extra.Cause.ToString());
    }

    private void Count(string label, string given) =>
        _counts[(label, given)] = _counts.GetValueOrDefault((label, given)) + 1;

    private double F1(string cause)
    {
        double right = _counts.GetValueOrDefault((cause, cause)),
            labels = Sum((t, _) => t == cause),
            given = Sum((_, g) => g == cause);
        return right == 0 ? 0 : 2 * right / (labels + given);
    }

    private double Sum(Func<string, string, bool> of) =>
        _counts.Where(c => of(c.Key.True, c.Key.Given)).Sum(c => c.Value);

    private static bool IsBenign(string cause) => ExpectedCauses.Include(Enum.Parse<CauseName>(cause));
}
