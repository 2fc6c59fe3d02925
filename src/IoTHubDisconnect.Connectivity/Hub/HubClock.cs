using System.Net.Http;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Connectivity.Steps;

namespace IoTHubDisconnect.Connectivity.Hub;

/// <summary>
/// How far this machine's clock is off, by the Date of an answer over HTTPS. A certificate that the clock makes look
/// wrong does not matter here: nothing secret is sent.
/// </summary>
internal sealed class HubClock(ConnectivityTest test, HubNetwork network)
{
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource<TimeSpan?> _ahead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How far the hub's clock is ahead of this machine's; null where it could not be read.</summary>
    public Task<TimeSpan?> Ahead => _ahead.Task;

    public async Task RunAsync(StepLine line)
    {
        try
        {
            await line.RunAsync(ConnectivityStep.Clock, CompareAsync).ConfigureAwait(false);
        }
        finally
        {
            _ahead.TrySetResult(null);
        }
    }

    private async Task<StepOutcome> CompareAsync(CancellationToken cancellation)
    {
        try
        {
            await using var tls = await network
                .ConnectTlsAsync(test.Host, test.Ports.Https, isTrusting: true, cancellation)
                .ConfigureAwait(false);
            using var http = new HubHttp(tls.Stream, test.Host);
            var asked = DateTimeOffset.UtcNow;
            var answer = await http.SendAsync(HttpMethod.Get, "", null, null, cancellation).ConfigureAwait(false);
            if (answer.Date is not { } date)
                return StepOutcome.Skipped("The answer on port 443 has no date.");
            // The header has whole seconds, cut off.
            var ahead = date.AddSeconds(0.5) - (asked + ((DateTimeOffset.UtcNow - asked) / 2));
            _ahead.TrySetResult(ahead);
            return Judge(ahead) with { Detail = new Dictionary<string, object?> { ["ClockSkew"] = -ahead } };
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return StepOutcome.Skipped(
                $"No clock could be read on port {test.Ports.Https}: {WireFailure.Of(exception).Message}"
            );
        }
        catch (OperationCanceledException)
        {
            return StepOutcome.Skipped($"No clock could be read on port {test.Ports.Https}: no answer.");
        }
    }

    private static StepOutcome Judge(TimeSpan ahead) =>
        ahead.Duration() < Noted
            ? StepOutcome.Passed(
                "This machine's clock and the hub's agree within "
                    + $"{Math.Max(1, Math.Ceiling(ahead.Duration().TotalSeconds)):0} s."
            )
            : StepOutcome.Warning(
                ConnectivityFinding.ClockSkewed,
                $"This machine's clock is {DurationText.Of(ahead.Duration())} "
                    + $"{(ahead > TimeSpan.Zero ? "behind" : "ahead of")} the hub's."
            );
}
