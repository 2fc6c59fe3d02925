using System.Management.Automation;
using HubStandIn;
using HubStandIn.Registry;
using IoTHubDisconnect.Tests.Engine;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>A hub with a device, and a session that can test the way there.</summary>
internal sealed class Lab : IAsyncDisposable
{
    /// <summary>
    /// Every step's limit where silence is what is tested: long enough for a loaded machine to shake hands.
    /// </summary>
    public const string Impatient = "-Timeout 4s";

    private readonly Session _session;

    private Lab(StandInHub hub, System.Management.Automation.Host.PSHost? host)
    {
        (Hub, _session) = (hub, new Session(host));
        Device = hub.Registry.Add("device-1");
        _session
            .Run(
                "$null",
                (
                    "ports",
                    new System.Collections.Hashtable
                    {
                        ["MqttPort"] = hub.Mqtt.Number,
                        ["AmqpPort"] = hub.Amqp.Number,
                        ["HttpsPort"] = hub.Https.Number,
                    }
                )
            )
            .Clean();
    }

    public StandInHub Hub { get; }

    public HubIdentity Device { get; }

    public static async Task<Lab> OpenAsync(
        StandInHubOptions? options = null,
        System.Management.Automation.Host.PSHost? host = null
    ) => new(await StandInHub.StartAsync(options), host);

    /// <summary>
    /// Runs a script; <c>$ports</c> tells where the hub listens, <c>$device</c> and <c>$key</c> how the device signs
    /// in.
    /// </summary>
    public Task<Outcome> RunAsync(string script, params (string Name, object? Value)[] variables) =>
        Task.Run(() =>
            _session.Run(
                script,
                [
                    ("device", Secret.Of(Hub.ConnectionString(Device))),
                    ("key", Secret.Of(Device.PrimaryKey)),
                    .. variables,
                ]
            )
        );

    /// <summary>Tests the hub without credentials.</summary>
    public Task<ConnectivityTestResult[]> TestHubAsync(string parameters) =>
        TestAsync($"-HubName 127.0.0.1 {parameters}");

    /// <summary>Tests as the device, which is known not to be connected.</summary>
    public Task<ConnectivityTestResult[]> TestDeviceAsync(string parameters) =>
        TestAsync($"-ConnectionString $device -Force {parameters}");

    /// <summary>Tests, and expects nothing but results.</summary>
    public async Task<ConnectivityTestResult[]> TestAsync(
        string parameters,
        params (string Name, object? Value)[] variables
    ) =>
        (await RunAsync($"Test-DeviceConnectivity @ports {parameters}", variables))
            .Clean()
            .As<ConnectivityTestResult>();

    /// <summary>Starts a script, stops it after a while, and tells how long that took.</summary>
    public async Task<TimeSpan> StopAsync(string script, TimeSpan after)
    {
        _session.Runspace.SessionStateProxy.SetVariable("device", Secret.Of(Hub.ConnectionString(Device)));
        using var shell = PowerShell.Create(_session.Runspace);
        var running = shell.AddScript(script).BeginInvoke();
        await Task.Delay(after);
        Assert.False(running.IsCompleted);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Task.Run(shell.Stop);
        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        await Hub.DisposeAsync();
    }
}

internal static class Results
{
    public static ConnectivityTestResult Step(
        this IEnumerable<ConnectivityTestResult> results,
        ConnectivityStep step,
        ConnectivityProtocol? protocol = null
    ) => Assert.Single(results, result => result.Step == step && result.Protocol == protocol);

    /// <summary>Fails with what the results say, if any is not as it should be.</summary>
    public static void AllPassed(this IEnumerable<ConnectivityTestResult> results) =>
        Assert.True(
            results.All(result => result.State is CheckState.Passed or CheckState.Skipped),
            string.Join('\n', results)
        );
}
