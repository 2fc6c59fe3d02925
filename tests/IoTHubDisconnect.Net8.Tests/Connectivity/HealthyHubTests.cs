using IoTHubDisconnect.Commands;
using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Net8.Tests.StandIns;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Net8.Tests.Connectivity;

/// <summary>Every step of every protocol, with whatever a device signs in with.</summary>
[Collection(nameof(AllStandIns))]
public sealed class HealthyHubTests(AllStandIns standIns)
{
    private readonly TestedHub _hub = standIns.Hub;

    private static readonly S[] Steps = [S.Tcp, S.Tls, S.Open, S.SignIn, S.Telemetry, S.Twin, S.Close];

    public static TheoryData<string, ConnectivityProtocol> Ways
    {
        get
        {
            var ways = new TheoryData<string, ConnectivityProtocol>();
            foreach (var protocol in Enum.GetValues<ConnectivityProtocol>())
            {
                ways.Add(TestedHub.Keyed, protocol);
                ways.Add(TestedHub.Certified, protocol);
            }
            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Every_step_is_taken(string device, ConnectivityProtocol protocol)
    {
        DeviceProof proof = device == TestedHub.Certified ? new CertificateProof(_hub.Certificate) : _hub.KeyOf(device);

        var results = await TestedHub.RunAsync(
            _hub.Test() with
            {
                Device = new DeviceIdentity(device, null),
                Proof = proof,
                Protocols = [protocol],
            }
        );

        Assert.All(results, r => Assert.True(r.State is CheckState.Passed or CheckState.Skipped, $"{r}"));
        Assert.Equal(Steps, results.Where(r => r.Protocol == protocol).Select(r => r.Step).Order());
        Assert.Equal(
            Skipped(protocol),
            results.Where(r => r.Protocol == protocol && r.State == CheckState.Skipped).Select(r => r.Step)
        );
        Assert.StartsWith(
            "TLS 1.",
            (string)results.Single(r => r.Step == S.Tls).Detail["TlsVersion"],
            StringComparison.Ordinal
        );
        Assert.Equal(2, ((string[])results.Single(r => r.Step == S.Tls).Detail["Chain"]).Length);
    }

    [Fact]
    public async Task A_policy_asks_the_registry()
    {
        var policy = _hub.ConnectionString("SharedAccessKeyName=iothubowner");

        var results = await TestedHub.RunAsync(
            _hub.Test() with
            {
                Device = new DeviceIdentity(TestedHub.Other, null),
                Protocols = [],
                Authorization = ServiceSide.ByPolicy(policy.HostName, (KeyProof)policy.Proof!),
            }
        );

        Assert.Equal(CheckState.Passed, Assert.Single(results, r => r.Step == S.Registry).State);
    }

    private static S[] Skipped(ConnectivityProtocol protocol) => protocol == ConnectivityProtocol.Https ? [S.Twin] : [];
}
