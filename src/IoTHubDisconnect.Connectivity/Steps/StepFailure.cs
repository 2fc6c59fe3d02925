namespace IoTHubDisconnect.Connectivity.Steps;

/// <summary>A step failed, and it is known how.</summary>
/// <param name="finding">What is wrong.</param>
/// <param name="reason">What was found, for people. No secret.</param>
internal sealed class StepFailure(ConnectivityFinding finding, string reason, Exception? inner = null)
    : Exception(reason, inner)
{
    public ConnectivityFinding Finding => finding;

    public IReadOnlyDictionary<string, object?> Detail { get; init; } = new Dictionary<string, object?>();

    /// <summary>How long the step itself took; null where that is until the failure was thrown.</summary>
    public TimeSpan? Latency { get; init; }

    public StepOutcome Outcome =>
        new(CheckState.Failed, Message)
        {
            Finding = finding,
            Detail = Detail,
            Latency = Latency,
        };
}
