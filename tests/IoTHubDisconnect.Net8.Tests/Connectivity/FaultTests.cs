using IoTHubDisconnect.Connectivity;
using IoTHubDisconnect.Net8.Tests.StandIns;
using F = IoTHubDisconnect.ConnectivityFinding;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Net8.Tests.Connectivity;

/// <summary>What is wrong on the way to the hub, or with the sign-in, is found by every protocol.</summary>
[Collection(nameof(AllStandIns))]
public sealed class FaultTests(AllStandIns standIns)
{
    private readonly TestedHub _hub = standIns.Hub;

    [Fact]
    public async Task Wrong_key() =>
        await AssertRefusedAsync(TestedHub.Keyed, _hub.KeyOf(TestedHub.Other), F.CredentialsRefused);

    [Fact]
    public async Task Wrong_certificate()
    {
        using var other = IoTHubDisconnect.Connectivity.Tests.DeviceCertificate.Make();
        await AssertRefusedAsync(TestedHub.Certified, new CertificateProof(other), F.CredentialsRefused);
    }

    [Fact]
    public async Task Expired_token() =>
        await AssertRefusedAsync(TestedHub.Keyed, Token(TestedHub.Keyed, TimeSpan.FromHours(-1)), F.TokenExpired);

    [Fact]
    public async Task Token_of_another_device() =>
        await AssertRefusedAsync(TestedHub.Keyed, Token(TestedHub.Other, TimeSpan.FromHours(1)), F.TokenForAnother);

    [Fact]
    public async Task Missing_device() =>
        await AssertRefusedAsync("nobody", _hub.KeyOf(TestedHub.Keyed), F.DeviceNotFound);

    [Fact]
    public async Task Closed_ports() =>
        await AssertFailsAsync(_hub.Test() with { Ports = new HubPorts(1, 1, 1) }, S.Tcp, F.PortClosed);

    [Fact]
    public async Task Certificate_of_another_host() =>
        await AssertFailsAsync(_hub.Test() with { HostName = "far.azure-devices.net" }, S.Tls, F.CertificateWrongHost);

    [Fact]
    public async Task Unknown_name()
    {
        var results = await TestedHub.RunAsync(_hub.Test() with { HostName = "nowhere.invalid", Address = null });

        Assert.Equal(F.DnsNotFound, Assert.Single(results, r => r.Step == S.Dns).Finding);
    }

    private TokenProof Token(string device, TimeSpan lifetime) =>
        new(
            SharedAccessToken.Create(
                $"localhost/devices/{device}",
                _hub.KeyOf(device).Key,
                null,
                DateTimeOffset.UtcNow + lifetime
            )
        );

    private async Task AssertRefusedAsync(string device, DeviceProof proof, F finding) =>
        await AssertFailsAsync(
            _hub.Test() with
            {
                Device = new DeviceIdentity(device, null),
                Proof = proof,
            },
            S.SignIn,
            finding
        );

    private static async Task AssertFailsAsync(ConnectivityTest test, S step, F finding)
    {
        var results = await TestedHub.RunAsync(test);

        Assert.Equal(
            test.Protocols.Select(protocol => $"{protocol} {CheckState.Failed} {finding}"),
            results
                .Where(r => r.Step == step && r.Protocol is not null)
                .OrderBy(r => r.Protocol)
                .Select(r => $"{r.Protocol} {r.State} {r.Finding}")
        );
    }
}
