using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes.Rules;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes;

/// <summary>Combines what the rules say into one answer, its confidence and its alternatives.</summary>
internal static class CauseResolver
{
    private static readonly CauseRule[] Rules =
    [
        new ErrorCodeRule(),
        new TokenExpiryRule(),
        new TokenRenewalRule(),
        new IdleTimeoutRule(),
        new RepetitionRule(),
        new UnauthorizedCompanionRule(),
        new TakeoverRule(),
        new ReturnRule(),
        new TroubleHabitRule(),
        new KeepAliveRule(),
        new HubActivityRule(),
        new HubMetricRule(),
        new HubHealthRule(),
        new HubSettingsRule(),
        new SiteRule(),
    ];

    /// <summary>Facts repeat each other a little, so their sum is softened before it becomes a probability.</summary>
    private const double Temperature = 1.15;

    private const double Negligible = -15;

    /// <summary>No log shows enough to be surer than this.</summary>
    private const double MostConfidence = 0.995;

    /// <summary>And no more than this that all is well, where it does not bear that out.</summary>
    private const double MostConfidenceUnproven = 0.75;

    /// <summary>An alternative worth a thought.</summary>
    private const double LeastAlternative = 0.03;

    /// <summary>The most likely cause and how likely it is.</summary>
    public static (CauseName Cause, double Confidence) Resolve(in DisconnectFacts facts)
    {
        Span<double> values = stackalloc double[CauseWeights.Count];
        Weigh(facts, values);
        Normalize(values);
        var best = Best(values);
        return (
            (CauseName)best,
            Math.Min(values[best], IsUnproven((CauseName)best, facts) ? MostConfidenceUnproven : MostConfidence)
        );
    }

    /// <summary>An orderly close of which the log does not tell whether it was one, or a token of a lifetime that nobody has heard of.</summary>
    public static bool IsUnproven(CauseName cause, in DisconnectFacts facts) =>
        facts.Record.IsUntold && ExpectedCauses.Include(cause)
        || cause == CauseName.SasTokenExpired
            && facts.Record.Age is not null
            && facts.Options.TokenLifetime is null
            && !facts.Device.Closings.HasPlausibleLifetime;

    /// <summary>The most likely cause alone.</summary>
    [MethodImpl(HotPath.Optimized)]
    public static CauseName MostLikely(in DisconnectFacts facts)
    {
        Span<double> values = stackalloc double[CauseWeights.Count];
        Weigh(facts, values);
        return (CauseName)Best(values);
    }

    /// <summary>The other causes worth a thought, the most likely first.</summary>
    public static AlternativeCause[] Alternatives(in DisconnectFacts facts)
    {
        Span<double> values = stackalloc double[CauseWeights.Count];
        Weigh(facts, values);
        Normalize(values);
        var answer = (CauseName)Best(values);
        var others = values.ToArray().Select((p, i) => new AlternativeCause((CauseName)i, Math.Round(p, 3)));
        return
        [
            .. others
                .Where(a => a.Cause != answer && a.Cause != CauseName.Unknown && a.Confidence >= LeastAlternative)
                .OrderByDescending(a => a.Confidence),
        ];
    }

    /// <summary>What each rule had to say for the answer against the runner-up, the weightiest first.</summary>
    public static DisconnectEvidence[] Explain(in DisconnectFacts facts)
    {
        Span<double> total = stackalloc double[CauseWeights.Count];
        Weigh(facts, total);
        var (first, second) = TwoBest(total);
        var evidence = new List<DisconnectEvidence>();
        Span<double> before = stackalloc double[CauseWeights.Count],
            after = stackalloc double[CauseWeights.Count];
        foreach (var rule in Rules)
        {
            after.CopyTo(before);
            if (!rule.Weigh(facts, new CauseWeights(after)))
                continue;
            evidence.Add(rule.Describe(facts, after[first] - before[first] - (after[second] - before[second])));
        }
        return [.. evidence.Where(e => Math.Abs(e.Weight) >= 0.1).OrderByDescending(e => Math.Abs(e.Weight))];
    }

    /// <summary>How far the cause reaches in this case.</summary>
    public static DisconnectScope ScopeOf(CauseName cause, in DisconnectFacts facts) =>
        cause switch
        {
            CauseName.HubFault or CauseName.HubMaintenance or CauseName.HubFailover or CauseName.QuotaExceeded =>
                DisconnectScope.Hub,
            CauseName.Unauthorized when HubBarriers.Of(facts) != HubBarrier.None => DisconnectScope.Hub,
            CauseName.NetworkLost or CauseName.ConnectionReset when SiteRule.IsSiteWide(facts) => DisconnectScope.Site,
            _ => DisconnectScope.Device,
        };

    [MethodImpl(HotPath.Optimized)]
    private static void Weigh(in DisconnectFacts facts, Span<double> values)
    {
        var weights = new CauseWeights(values);
        foreach (var rule in Rules)
            rule.Weigh(facts, weights);
    }

    [MethodImpl(HotPath.Optimized)]
    private static int Best(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            if (values[i] > values[best])
                best = i;
        return best;
    }

    private static void Normalize(Span<double> values)
    {
        var most = values[Best(values)];
        var sum = 0.0;
        foreach (ref var value in values)
            sum += value = value - most < Negligible ? 0 : Math.Exp((value - most) / Temperature);
        foreach (ref var value in values)
            value /= sum;
    }

    private static (int First, int Second) TwoBest(ReadOnlySpan<double> values)
    {
        var (first, second) = values[0] >= values[1] ? (0, 1) : (1, 0);
        for (var i = 2; i < values.Length; i++)
        {
            if (values[i] > values[first])
                (first, second) = (i, first);
            else if (values[i] > values[second])
                second = i;
        }
        return (first, second);
    }
}
