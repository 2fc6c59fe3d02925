using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using IoTHubDisconnect.Commands;
using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Connectivity.Tests;
using IoTHubDisconnect.Contracts;

namespace IoTHubDisconnect.Net8.Tests.StandIns;

/// <summary>A hub with devices.</summary>
internal sealed class TestedHub : IDisposable
{
    public const string Keyed = "keyed",
        Other = "other",
        Certified = "certified";

    private StandInProgram _program = null!;

    /// <summary>The certificate of <see cref="Certified"/>.</summary>
    public X509Certificate2 Certificate { get; } = DeviceCertificate.Make();

    public async Task StartAsync() =>
        _program = await StandInProgram.StartAsync(
            "HubStandIn",
            "--devices",
            $"{Keyed},{Other}",
            "--certified",
            $"{Certified}={Certificate.Thumbprint}"
        );

    public void Dispose()
    {
        _program.Dispose();
        Certificate.Dispose();
    }

    /// <summary>The connection string of a device or of a policy, by a part of it.</summary>
    public HubConnectionString ConnectionString(string part) =>
        HubConnectionString.Parse(
            _program.Welcome.Split('\n').Single(line => line.Contains($";{part};", StringComparison.Ordinal))
        );

    public KeyProof KeyOf(string device) => (KeyProof)ConnectionString($"DeviceId={device}").Proof!;

    /// <summary>A test of all protocols, without a device.</summary>
    public ConnectivityTest Test() =>
        new("localhost", "localhost")
        {
            Address = IPAddress.Loopback,
            Ports = new HubPorts(Port("MQTT"), Port("AMQP"), Port("HTTPS")),
            Protocols = Enum.GetValues<ConnectivityProtocol>(),
            Consent = SignInConsent.Given,
        };

    public static async Task<ConnectivityTestResult[]> RunAsync(ConnectivityTest test)
    {
        var results = new ConcurrentQueue<ConnectivityTestResult>();
        await DependencyContext.CreateConnectivityTester().TestAsync(test, results.Enqueue, AzureCall.Silent);
        return [.. results];
    }

    private int Port(string name) => IPEndPoint.Parse(_program.Find(name)).Port;
}
