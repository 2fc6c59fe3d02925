using System.Diagnostics;
using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Connectivity.SigningIn;
using IoTHubDisconnect.Connectivity.Steps;
using IoTHubDisconnect.Contracts;
using F = IoTHubDisconnect.ConnectivityFinding;

namespace IoTHubDisconnect.Connectivity.KeepAlive;

/// <summary>Finds out how long the path bears silence, with one silent connection after the other.</summary>
internal sealed class KeepAliveProbe(
    ConnectivityTest test,
    Action<ConnectivityTestResult> report,
    Action<KeepAliveTry> progress,
    AzureCall call
)
{
    private readonly ConnectivityProtocol _protocol =
        test.Protocols.Contains(ConnectivityProtocol.Mqtt)
        || !test.Protocols.Contains(ConnectivityProtocol.MqttWebSocket)
            ? ConnectivityProtocol.Mqtt
            : ConnectivityProtocol.MqttWebSocket;

    public async Task RunAsync(TimeSpan most)
    {
        var network = new HubNetwork(test);
        var service = new HubService(test, network);
        var line = new StepLine(test, _protocol, $"{test.Host}:{test.Ports.Of(_protocol)}", report, call);
        var clock = new HubClock(test, network);
        var refusal = new RefusalReason(test, network, clock, service.Registered);
        await Task.WhenAll(
                service.RunAsync(new StepLine(test, null, $"{test.ServiceHost}:{test.Ports.Https}", report, call)),
                clock.RunAsync(new StepLine(test, null, $"{test.Host}:{test.Ports.Https}", report, call))
            )
            .ConfigureAwait(false);
        if (SignInPermission.Of(test, await service.Registered.ConfigureAwait(false)).Refusal is { } why)
        {
            line.Skip(ConnectivityStep.KeepAlive, why);
            return;
        }
        var search = new KeepAliveSearch(most);
        while (search.Next is { } silence)
        {
            call.Verbose($"A connection to {test.Host} is silent for {DurationText.Of(silence)} now.");
            progress(new KeepAliveTry(silence, search.Spent));
            if (!await TryAsync(network, refusal, search, silence, line).ConfigureAwait(false))
                return;
        }
        line.Tell(ConnectivityStep.KeepAlive, Conclusion(search));
    }

    /// <returns>Whether there was a connection to be silent on.</returns>
    private async Task<bool> TryAsync(
        HubNetwork network,
        RefusalReason refusal,
        KeepAliveSearch search,
        TimeSpan silence,
        StepLine line
    )
    {
        var watch = Stopwatch.StartNew();
        try
        {
            await using var connection = await SilentConnection
                .OpenAsync(test, _protocol, network, refusal, call.Cancellation)
                .ConfigureAwait(false);
            var (isBorne, lasted) = await connection.BeSilentAsync(silence, call.Cancellation).ConfigureAwait(false);
            search.Add(isBorne ? silence : lasted, isBorne);
            call.Verbose(
                $"After {DurationText.Of(lasted)} of silence the connection was {(isBorne ? "there still" : "gone")}."
            );
            return true;
        }
        catch (Exception exception) when (!call.Cancellation.IsCancellationRequested)
        {
            line.Tell(ConnectivityStep.KeepAlive, WireFailure.Of(exception).Outcome with { Latency = watch.Elapsed });
            return false;
        }
    }

    private static StepOutcome Conclusion(KeepAliveSearch search)
    {
        var detail = new Dictionary<string, object?>
        {
            ["LongestSilence"] = search.Borne,
            ["ShortestCut"] = search.Cut,
            ["SafeKeepAlive"] = search.Safe,
        };
        var safe = search.Safe is { } interval
            ? $"a keep-alive of up to {DurationText.Of(interval)} is safe"
            : "no keep-alive that was tried is safe";
        return search.Cut is { } cut
                ? StepOutcome.Warning(
                    F.IdleCut,
                    "The path cuts connections after "
                        + $"{(search.Borne is { } borne ? $"{DurationText.Of(borne)} to " : "at most ")}"
                        + $"{DurationText.Of(cut)} "
                        + $"of silence: {safe}."
                ) with
                {
                    Detail = detail,
                    Latency = cut,
                }
            : search.Borne is { } longest
                ? StepOutcome.Passed(
                    $"The path bore {DurationText.Of(longest)} of silence, the longest that was tried: {safe}."
                ) with
                {
                    Detail = detail,
                    Latency = longest,
                }
            : StepOutcome.Skipped("There was no time for a try: give more with -MaximumDuration.");
    }
}
