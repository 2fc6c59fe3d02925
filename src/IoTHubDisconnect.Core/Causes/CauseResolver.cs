using System.Globalization;
using System.Runtime.CompilerServices;
using IoTHubDisconnect.Causes.Aspects;
using IoTHubDisconnect.Causes.Hypotheses;
using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Causes;

/// <summary>
/// Finds the hypothesis that foretold the facts best. Each aspect is looked at once; the parameters tell how often
/// each cause shows what is seen, and what cannot be is out.
/// </summary>
internal static class CauseResolver
{
    public static readonly Aspect[] Aspects =
    [
        new HubsWord(),
        new NextRefusal(),
        new SessionAge(),
        new TimeToReturn(),
        new OtherReturns(),
        new WallClock(),
        new KeepAlive(),
        new HubDrops(),
        new HubErrors(),
        new SameAddress(),
        new ReturnAddress(),
        new Software(),
        new TokenKept(),
        new TakeoverPace(),
        new TakeoverPattern(),
        new Newcomer(),
        new TakenAge(),
        new RenewalClock(),
        new UsualAbsence(),
        new HubMetricFall(),
        new HubHealth(),
        new HubSetting(),
    ];

    private static readonly int[][] AspectsIn =
    [
        .. Enum.GetValues<Situation>()
            .Select(s => Enumerable.Range(0, Aspects.Length).Where(i => Aspects[i].AppliesTo(s)).ToArray()),
    ];

    private static readonly Hypothesis[] Hypotheses = InOrder(
        new Unknown(),
        new SasTokenExpired(),
        new SasTokenRenewed(),
        new ClientClosed(),
        new NetworkLost(),
        new ConnectionReset(),
        new DeviceRestarted(),
        new IdleTimeout(),
        new DuplicateIdentity(),
        new Unauthorized(),
        new DeviceDisabled(),
        new DeviceNotFound(),
        new Throttled(),
        new QuotaExceeded(),
        new HubFault(),
        new HubMaintenance(),
        new HubFailover()
    );

    private static CauseParameters Parameters => Shipped.Parameters;

    /// <summary>An alternative worth a thought.</summary>
    private const double LeastAlternative = 0.03;

    /// <summary>The most likely cause and how likely it is.</summary>
    public static (CauseName Cause, double Confidence) Resolve(in DisconnectFacts facts)
    {
        Span<double> values = stackalloc double[CauseNames.Count];
        Weigh(facts, values);
        Chances.Normalize(values, Parameters.Temperature);
        var best = Chances.Answer(values);
        return ((CauseName)best, Math.Min(values[best], ConfidenceLimit.Of((CauseName)best, facts)));
    }

    /// <summary>The other causes worth a thought, the most likely first.</summary>
    public static AlternativeCause[] Alternatives(in DisconnectFacts facts)
    {
        Span<double> values = stackalloc double[CauseNames.Count];
        Weigh(facts, values);
        Chances.Normalize(values, Parameters.Temperature);
        var answer = (CauseName)Chances.Answer(values);
        var others = values.ToArray().Select((p, i) => new AlternativeCause((CauseName)i, Math.Round(p, 3)));
        return
        [
            .. others
                .Where(a => a.Cause != answer && a.Cause != CauseName.Unknown && a.Confidence >= LeastAlternative)
                .OrderByDescending(a => a.Confidence),
        ];
    }

    /// <summary>
    /// How much more often the answer than the runner-up shows what was seen, the weightiest first. They are compared
    /// where both were weighed.
    /// </summary>
    public static DisconnectEvidence[] Explain(in DisconnectFacts facts, CultureInfo culture)
    {
        Span<double> total = stackalloc double[CauseNames.Count],
            part = stackalloc double[CauseNames.Count];
        Weigh(facts, total);
        Chances.Normalize(total, Parameters.Temperature);
        var first = Chances.Answer(total);
        var situation = SituationOf((CauseName)first, facts);
        for (var i = 0; i < total.Length; i++)
            total[i] = SituationOf((CauseName)i, facts) == situation ? total[i] : Chances.Impossible;
        var second = Chances.Best(total, except: first);
        var evidence = new List<DisconnectEvidence>();
        foreach (var i in AspectsIn[(int)situation])
        {
            if (Aspects[i].SignOf(facts) is var sign && sign < 0)
                continue;
            part.Clear();
            Parameters.Add(situation, i, sign, part);
            evidence.Add(Aspects[i].Describe(facts).In(culture, part[first] - part[second]));
        }
        return [.. evidence.Where(e => Math.Abs(e.Weight) >= 0.1).OrderByDescending(e => Math.Abs(e.Weight))];
    }

    /// <summary>How far the cause reaches in this case.</summary>
    public static DisconnectScope ScopeOf(CauseName cause, in DisconnectFacts facts) =>
        Hypotheses[(int)cause].ScopeOf(facts);

    /// <summary>What was seen, and what it most likely means.</summary>
    public static Phrase ReasonOf(CauseName cause, in DisconnectFacts facts) => Hypotheses[(int)cause].Reason(facts);

    public static bool IsPossible(CauseName cause, in DisconnectFacts facts) =>
        Hypotheses[(int)cause].IsPossible(facts);

    [MethodImpl(HotPath.Causes)]
    private static void Weigh(in DisconnectFacts facts, Span<double> values)
    {
        Weigh(facts, facts.Situation, values);
        if (facts.Record.IsUntold)
            WeighAsOrderlyToo(facts, values);
        for (var i = 0; i < values.Length; i++)
        {
            if (!Hypotheses[i].IsPossible(facts))
                values[i] = Chances.Impossible;
        }
    }

    /// <summary>
    /// Where the log does not tell whether the close was orderly, what closes so is weighed as if it had been.
    /// </summary>
    private static Situation SituationOf(CauseName cause, in DisconnectFacts facts) =>
        facts.Record.IsUntold && cause is (CauseName.SasTokenRenewed or CauseName.ClientClosed)
            ? Situation.Orderly
            : facts.Situation;

    private static void WeighAsOrderlyToo(in DisconnectFacts facts, Span<double> values)
    {
        Span<double> orderly = stackalloc double[CauseNames.Count];
        Weigh(facts, Situation.Orderly, orderly);
        for (var i = 0; i < values.Length; i++)
            values[i] = SituationOf((CauseName)i, facts) == Situation.Orderly ? orderly[i] : values[i];
    }

    [MethodImpl(HotPath.Causes)]
    private static void Weigh(in DisconnectFacts facts, Situation situation, Span<double> values)
    {
        Parameters.Begin(situation, values);
        foreach (var i in AspectsIn[(int)situation])
        {
            if (Aspects[i].SignOf(facts) is >= 0 and var sign)
                Parameters.Add(situation, i, sign, values);
        }
    }

    private static Hypothesis[] InOrder(params Hypothesis[] hypotheses)
    {
        Array.Sort(hypotheses, (a, b) => a.Cause.CompareTo(b.Cause));
        return hypotheses;
    }

    /// <summary>
    /// The parameters are loaded when first asked for, so that a tool can look at the aspects in order to make
    /// them.
    /// </summary>
    private static class Shipped
    {
        public static readonly CauseParameters Parameters = CauseParameters.Load();
    }
}
