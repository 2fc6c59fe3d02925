using IoTHubDisconnect.Knowledge;

namespace IoTHubDisconnect.Connectivity;

/// <summary>How a step went.</summary>
internal sealed record StepOutcome(CheckState State, string Reason)
{
    public ConnectivityFinding? Finding { get; init; }

    /// <summary>Whether an earlier step has told of the finding, with what to do about it.</summary>
    public bool IsConsequence { get; init; }

    /// <summary>What was measured, by name.</summary>
    public IReadOnlyDictionary<string, object?> Detail { get; init; } = new Dictionary<string, object?>();

    /// <summary>How long it took, where that is not how long the step took.</summary>
    public TimeSpan? Latency { get; init; }

    /// <summary>The result that people see: with what to do about the finding, and the page to read.</summary>
    public ConnectivityTestResult ToResult(
        ConnectivityTest test,
        ConnectivityStep step,
        ConnectivityProtocol? protocol,
        string endpoint,
        TimeSpan? latency
    )
    {
        var advice = Finding is { } finding && !IsConsequence ? FindingAdvice.For(finding) : null;
        return new ConnectivityTestResult(test.HubName, step, State, Reason)
        {
            DeviceId = test.Device?.DeviceId,
            ModuleId = test.Device?.ModuleId,
            Protocol = protocol,
            Endpoint = endpoint,
            Latency = State == CheckState.Skipped ? null : Latency ?? latency,
            Finding = Finding,
            Fix = advice?.Fix,
            HelpUri = advice is null ? null : LearnLocale.Localize(advice.Link, LearnLocale.Of(test.Culture)),
            Detail = new FactList(
                Detail.Where(fact => fact.Value is not null).ToDictionary(fact => fact.Key, fact => fact.Value!)
            ),
            Round = test.Round,
        };
    }

    public static StepOutcome Passed(string reason) => new(CheckState.Passed, reason);

    public static StepOutcome Warning(ConnectivityFinding finding, string reason) =>
        new(CheckState.Warning, reason) { Finding = finding };

    public static StepOutcome Skipped(string reason) => new(CheckState.Skipped, reason);

    public static StepOutcome Skipped(ConnectivityFinding finding, string reason) =>
        new(CheckState.Skipped, reason) { Finding = finding };
}
