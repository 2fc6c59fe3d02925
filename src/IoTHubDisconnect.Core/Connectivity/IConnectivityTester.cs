using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Connectivity;

/// <summary>
/// The connectivity assembly's one door. It lives in a load context of its own; no type of its libraries passes
/// through.
/// </summary>
internal interface IConnectivityTester
{
    /// <summary>
    /// Goes through all steps once. What goes wrong with the hub is a result, not an exception; each is reported as its
    /// step finishes, from any thread.
    /// </summary>
    Task TestAsync(ConnectivityTest test, Action<ConnectivityTestResult> report, AzureCall call);

    /// <summary>
    /// Holds silent MQTT connections to find out after how long the path cuts them, for as long as it may take at most.
    /// Tells of each try as it begins.
    /// </summary>
    Task ProbeKeepAliveAsync(
        ConnectivityTest test,
        TimeSpan most,
        Action<ConnectivityTestResult> report,
        Action<KeepAliveTry> progress,
        AzureCall call
    );
}
