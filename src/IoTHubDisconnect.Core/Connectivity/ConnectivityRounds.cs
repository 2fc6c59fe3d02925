using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Connectivity;

/// <summary>Tests over and over, and sums up.</summary>
internal sealed class ConnectivityRounds(IConnectivityTester tester, int count, TimeSpan interval)
{
    private readonly object _gate = new();

    public async Task RunAsync(ConnectivityTest test, Action<ConnectivityTestResult> report, AzureCall call)
    {
        var statistics = test.Protocols.ToDictionary(protocol => protocol, _ => new RoundStatistics());
        for (var round = 1; round <= count; round++)
        {
            if (round > 1)
                await Task.Delay(interval, call.Cancellation).ConfigureAwait(false);
            var told = new RoundReport(test with { Round = round }, report);
            await tester
                .TestAsync(
                    test with
                    {
                        Round = round,
                    },
                    result =>
                    {
                        lock (_gate)
                        {
                            if (result.Protocol is { } protocol && statistics.TryGetValue(protocol, out var sum))
                                sum.Add(result);
                        }
                        told.Add(result);
                    },
                    call
                )
                .ConfigureAwait(false);
            told.Complete(hasVerdict: count == 1);
        }
        if (count == 1)
            return;
        foreach (var (protocol, sum) in statistics)
            report(
                sum.Outcome.ToResult(
                    test with
                    {
                        Round = count,
                    },
                    ConnectivityStep.Statistics,
                    protocol,
                    $"{test.Host}:{test.Ports.Of(protocol)}",
                    null
                )
            );
    }
}
