using IoTHubDisconnect.Connectivity.Hub;
using IoTHubDisconnect.Connectivity.KeepAlive;
using IoTHubDisconnect.Connectivity.Network;
using IoTHubDisconnect.Connectivity.SigningIn;
using IoTHubDisconnect.Connectivity.Steps;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Connectivity;

/// <inheritdoc/>
internal sealed class ConnectivityTester : IConnectivityTester
{
    public async Task TestAsync(ConnectivityTest test, Action<ConnectivityTestResult> report, AzureCall call)
    {
        var network = new HubNetwork(test);
        var clock = new HubClock(test, network);
        var service = new HubService(test, network);
        using var turns = new SemaphoreSlim(1);
        if (
            await NameAsync(test, network, report, call).ConfigureAwait(false) is
            { State: CheckState.Failed, Finding: { } unknown }
        )
        {
            SkipAll(test, unknown, report, call);
            return;
        }
        var permission = PermissionAsync(test, service);
        var refusal = new RefusalReason(test, network, clock, service.Registered);
        await Task.WhenAll([
                service.RunAsync(Line(test, null, test.ServiceHost, test.Ports.Https, report, call)),
                .. test.Protocols.Count == 0
                    ? []
                    : new[] { clock.RunAsync(Line(test, null, test.Host, test.Ports.Https, report, call)) },
                .. test.Protocols.Select(protocol =>
                    new ProtocolRun(test, protocol, network, turns, permission, refusal, call.Cancellation).RunAsync(
                        Line(test, protocol, test.Host, test.Ports.Of(protocol), report, call)
                    )
                ),
            ])
            .ConfigureAwait(false);
    }

    public Task ProbeKeepAliveAsync(
        ConnectivityTest test,
        TimeSpan most,
        Action<ConnectivityTestResult> report,
        Action<KeepAliveTry> progress,
        AzureCall call
    ) => new KeepAliveProbe(test, report, progress, call).RunAsync(most);

    private static async Task<StepOutcome?> NameAsync(
        ConnectivityTest test,
        HubNetwork network,
        Action<ConnectivityTestResult> report,
        AzureCall call
    )
    {
        if (test.Protocols.Count == 0)
            return null;
        var line = new StepLine(test, null, test.Host, report, call);
        if (test.Proxy is not { } proxy)
            return await line.RunAsync(ConnectivityStep.Dns, network.Addresses.TestAsync).ConfigureAwait(false);
        line.Skip(ConnectivityStep.Dns, StepOutcome.Skipped($"The proxy {proxy.Authority} looks the name up."));
        return null;
    }

    /// <summary>Without an address there is nothing to connect to.</summary>
    private static void SkipAll(
        ConnectivityTest test,
        ConnectivityFinding unknown,
        Action<ConnectivityTestResult> report,
        AzureCall call
    )
    {
        foreach (var protocol in test.Protocols)
            Line(test, protocol, test.Host, test.Ports.Of(protocol), report, call)
                .Skip(ConnectivityStep.Tcp, StepOutcome.Skipped(unknown, "Dns failed.") with { IsConsequence = true });
    }

    private static async Task<SignInPermission> PermissionAsync(ConnectivityTest test, HubService service) =>
        SignInPermission.Of(
            test,
            test.Consent == SignInConsent.IfNotConnected ? await service.Registered.ConfigureAwait(false) : null
        );

    private static StepLine Line(
        ConnectivityTest test,
        ConnectivityProtocol? protocol,
        string host,
        int port,
        Action<ConnectivityTestResult> report,
        AzureCall call
    ) => new(test, protocol, $"{host}:{port}", report, call);
}
