using System.Globalization;

namespace IoTHubDisconnect.Connectivity;

/// <summary>What the rounds of one protocol come to: how many were lost, and how long they took.</summary>
internal sealed class RoundStatistics
{
    private readonly Dictionary<int, (TimeSpan Latency, ConnectivityStep? Lost)> _rounds = [];
    private readonly Dictionary<ConnectivityStep, List<TimeSpan>> _steps = [];

    public void Add(ConnectivityTestResult result)
    {
        var (latency, lost) = _rounds.GetValueOrDefault(result.Round);
        _rounds[result.Round] = (latency + (result.Latency ?? TimeSpan.Zero), lost ?? LostAt(result));
        if (result.Latency is not { } taken || result.State == CheckState.Failed)
            return;
        if (!_steps.TryGetValue(result.Step, out var all))
            _steps[result.Step] = all = [];
        all.Add(taken);
    }

    /// <summary>All of it, for people.</summary>
    public StepOutcome Outcome
    {
        get
        {
            var lost = _rounds.Values.Where(round => round.Lost is not null).ToArray();
            var loss = _rounds.Count == 0 ? 0 : (double)lost.Length / _rounds.Count;
            var good = _rounds
                .Values.Where(round => round.Lost is null)
                .Select(round => round.Latency)
                .Order()
                .ToArray();
            var detail = new Dictionary<string, object?>
            {
                ["Rounds"] = _rounds.Count,
                ["Lost"] = lost.Length,
                ["Loss"] = loss,
            };
            foreach (var (step, latencies) in _steps.OrderBy(pair => pair.Key))
                detail[$"{step}"] = Percentiles([.. latencies.Order()]);
            var where = string.Join(
                ", ",
                lost.GroupBy(round => round.Lost).Select(steps => $"{steps.Count()} at {steps.Key}")
            );
            var reason =
                $"{_rounds.Count} rounds, {lost.Length} lost "
                + $"({(100 * loss).ToString("0.#", CultureInfo.InvariantCulture)}%"
                + $"{(where.Length == 0 ? "" : $": {where}")})"
                + (good.Length == 0 ? "." : $"; a round took {Percentiles(good)}.");
            return lost.Length == 0
                ? StepOutcome.Passed(reason) with
                {
                    Detail = detail,
                    Latency = At(good, 0.5),
                }
                : new StepOutcome(good.Length == 0 ? CheckState.Failed : CheckState.Warning, reason)
                {
                    Finding = ConnectivityFinding.Loss,
                    Detail = detail,
                    Latency = At(good, 0.5),
                };
        }
    }

    private static ConnectivityStep? LostAt(ConnectivityTestResult result) =>
        result switch
        {
            { State: CheckState.Failed } => result.Step,
            { State: CheckState.Skipped, Step: ConnectivityStep.Tcp, Finding: not null } => ConnectivityStep.Dns,
            _ => null,
        };

    private static string Percentiles(TimeSpan[] sorted) =>
        $"p50 {Ms(At(sorted, 0.5))}, p95 {Ms(At(sorted, 0.95))}, p99 {Ms(At(sorted, 0.99))}, at most "
        + $"{Ms(sorted[^1])} ms";

    /// <summary>The nearest rank.</summary>
    private static TimeSpan? At(TimeSpan[] sorted, double part) =>
        sorted.Length == 0 ? null : sorted[(int)Math.Ceiling(part * sorted.Length) - 1];

    private static string Ms(TimeSpan? latency) =>
        latency?.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) ?? "-";
}
