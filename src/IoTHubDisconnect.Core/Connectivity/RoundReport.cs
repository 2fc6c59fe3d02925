namespace IoTHubDisconnect.Connectivity;

/// <summary>
/// Tells of one round as a person reads it: what belongs to no protocol at once, then protocol by protocol, with steps
/// that were skipped for one reason as one, and what it all comes to at the end.
/// </summary>
internal sealed class RoundReport(ConnectivityTest test, Action<ConnectivityTestResult> report)
{
    private readonly object _gate = new();
    private readonly List<ConnectivityTestResult> _all = [];

    /// <summary>Takes a result, from any thread.</summary>
    public void Add(ConnectivityTestResult result)
    {
        lock (_gate)
        {
            _all.Add(result);
            if (result.Protocol is null)
                report(result);
        }
    }

    /// <summary>Tells of the protocols, when all are through.</summary>
    /// <param name="hasVerdict">Whether to say what it all comes to.</param>
    public void Complete(bool hasVerdict)
    {
        var told = new HashSet<(string, string?)>();
        foreach (var protocol in _all.Where(r => r.Protocol is not null).GroupBy(r => r.Protocol).OrderBy(g => g.Key))
        {
            foreach (var result in Fold(protocol))
            {
                var fix = FixOf(result);
                report(result.With(fix, isRepeated: fix is not null && !told.Add((result.Reason, fix))));
            }
        }
        if (hasVerdict && test.Protocols.Count > 1)
            report(ConnectivityVerdict.Of(test, _all));
    }

    private static IEnumerable<ConnectivityTestResult> Fold(IEnumerable<ConnectivityTestResult> results)
    {
        var skipped = new List<ConnectivityTestResult>();
        foreach (var result in results)
        {
            if (skipped.Count > 0 && (result.State != CheckState.Skipped || result.Reason != skipped[0].Reason))
                yield return One(skipped);
            if (result.State == CheckState.Skipped)
                skipped.Add(result);
            else
                yield return result;
        }
        if (skipped.Count > 0)
            yield return One(skipped);
    }

    /// <summary>The sign-in stands for the others: whether it came to that is what people ask first.</summary>
    private static ConnectivityTestResult One(List<ConnectivityTestResult> skipped)
    {
        var one = skipped.Find(r => r.Step == ConnectivityStep.SignIn) ?? skipped[0];
        var all = one.With(skipped.Select(r => r.Step).Where(step => step != one.Step));
        skipped.Clear();
        return all;
    }

    /// <summary>What to do, but for the way round that failed as well.</summary>
    private string? FixOf(ConnectivityTestResult result) =>
        result.Finding is { } finding
        && result.Fix is not null
        && FindingAdvice.For(finding) is { Detour: not null } advice
            ? _all.Exists(r => r.Step == ConnectivityStep.Tcp && r.State == CheckState.Passed && IsDetour(r.Protocol))
                ? $"{advice.Fix} {advice.Detour}"
                : advice.Fix
            : result.Fix;

    private static bool IsDetour(ConnectivityProtocol? protocol) =>
        protocol is ConnectivityProtocol.MqttWebSocket or ConnectivityProtocol.AmqpWebSocket;
}
