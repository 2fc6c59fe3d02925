namespace IoTHubDisconnect.Connectivity;

/// <summary>What a round comes to: which protocols get through, and what to do where some do not.</summary>
internal static class ConnectivityVerdict
{
    public static ConnectivityTestResult Of(ConnectivityTest test, IReadOnlyCollection<ConnectivityTestResult> results)
    {
        var failures = results
            .Where(r => r.Protocol is not null && r.State == CheckState.Failed)
            .GroupBy(r => r.Protocol!.Value)
            .ToDictionary(g => g.Key, g => g.First());
        var dns = results.FirstOrDefault(r => r.Step == ConnectivityStep.Dns && r.State == CheckState.Failed);
        var open = test.Protocols.Where(p => dns is null && !failures.ContainsKey(p)).ToArray();
        var state =
            open.Length == test.Protocols.Count ? CheckState.Passed
            : open.Length > 0 ? CheckState.Warning
            : CheckState.Failed;
        var worst = dns ?? failures.OrderBy(f => f.Key).Select(f => f.Value).FirstOrDefault();
        return new ConnectivityTestResult(test.HubName, ConnectivityStep.Verdict, state, Reason(open, failures, dns))
        {
            DeviceId = test.Device?.DeviceId,
            ModuleId = test.Device?.ModuleId,
            Endpoint = test.Host,
            Finding = worst?.Finding,
            HelpUri = worst?.HelpUri,
            Round = test.Round,
        };
    }

    private static string Reason(
        ConnectivityProtocol[] open,
        Dictionary<ConnectivityProtocol, ConnectivityTestResult> failures,
        ConnectivityTestResult? dns
    )
    {
        if (dns is not null)
            return "Nothing gets through: the name could not be resolved (Dns).";
        var failed = string.Join(
            "; ",
            failures
                .OrderBy(f => f.Key)
                .GroupBy(f => (f.Value.Step, f.Value.Finding), f => f.Key)
                .Select(g => $"{List(g)} at {g.Key.Step} ({g.Key.Finding})")
        );
        return (open.Length, failures.Count) switch
        {
            (_, 0) => $"All get through: {List(open)}.",
            (0, _) => $"Nothing gets through: {failed}.",
            _ => $"Through get {List(open)}: use {(open.Length == 1 ? "it" : "one of them")} until the others do. "
                + $"What fails: {failed}.",
        };
    }

    private static string List(IEnumerable<ConnectivityProtocol> protocols) => string.Join(", ", protocols);
}
