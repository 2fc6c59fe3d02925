using Azure;
using Azure.Core;

namespace IoTHubDisconnect.Azure.Http;

/// <summary>
/// Waits as long as the service asks, else longer each time. Azure Monitor counts queries over half a minute, and does
/// not always say how much of it is left.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/azure-monitor/service-limits#user-query-throttling</remarks>
internal sealed class PatientDelay : DelayStrategy
{
    /// <summary>How often a request is sent again at most.</summary>
    public const int Retries = 6;

    /// <summary>What the pauses come to together outlasts the service's window with this for the first.</summary>
    private static readonly TimeSpan AfterThrottling = TimeSpan.FromMilliseconds(800);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public PatientDelay()
        : base(Longest, jitterFactor: 0.2) { }

    protected override TimeSpan GetNextDelayCore(Response? response, int retryNumber) =>
        (response?.Status is 429 or 503 ? AfterThrottling : AfterTrouble) * Math.Pow(2, retryNumber - 1);
}
