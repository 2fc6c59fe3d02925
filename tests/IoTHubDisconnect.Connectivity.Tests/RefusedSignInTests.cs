using HubStandIn;
using HubStandIn.Authentication;
using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>Why a hub refuses is told over every protocol, though MQTT itself never tells.</summary>
public sealed class RefusedSignInTests
{
    public static TheoryData<P> Protocols => [.. Enum.GetValues<P>()];

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Wrong_key(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        var wrong = Convert.ToBase64String(new byte[32]);
        Refused(await lab.TestAsync($"-HubName 127.0.0.1 -DeviceId device-1 -SharedAccessKey {wrong} -Force -Protocol {protocol}"), protocol, F.CredentialsRefused, "the key");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Wrong_certificate(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        using var certificate = DeviceCertificate.Make();
        lab.Device.Authentication = HubStandIn.Registry.AuthenticationType.SelfSigned;
        lab.Device.PrimaryThumbprint = new string('0', 40);
        Refused(await lab.TestAsync($"-HubName 127.0.0.1 -DeviceId device-1 -Certificate $certificate -Force -Protocol {protocol}", ("certificate", certificate)), protocol, F.CredentialsRefused, "thumbprint");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Expired_token(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        Refused(await SignInAsync(lab, lab.Hub.Token(lab.Device, TimeSpan.FromHours(-1)), protocol), protocol, F.TokenExpired, "expired");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Token_of_another_device(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        Refused(await SignInAsync(lab, lab.Hub.Token(lab.Hub.Registry.Add("device-2"), TimeSpan.FromHours(1)), protocol), protocol, F.TokenForAnother, "device-2");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Clock_that_is_far_behind(P protocol)
    {
        var clock = new Ahead(TimeSpan.FromHours(3));
        await using var lab = await Lab.OpenAsync(new StandInHubOptions { Clock = clock });
        var results = await lab.TestDeviceAsync($"-Protocol {protocol}");
        Refused(results, protocol, F.ClockSkewed, "by the hub's");
        Assert.Equal(F.ClockSkewed, results.Step(S.Clock).Finding);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Disabled_device(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Device.IsEnabled = false;
        var failed = Refused(await lab.TestDeviceAsync($"-Protocol {protocol}"), protocol, F.DeviceDisabled, "disabled");
        Assert.Equal(403012, failed.Detail["ErrorCode"]);
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Missing_device(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Registry.Remove(lab.Device);
        Refused(await lab.TestDeviceAsync($"-Protocol {protocol}"), protocol, F.DeviceNotFound, "does not know");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Throttled(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Conditions.Refusal = HubErrorCode.ThrottlingException;
        Refused(await lab.TestDeviceAsync($"-Protocol {protocol}"), protocol, F.Throttled, "429001");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Quota_used_up(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Conditions.Refusal = HubErrorCode.IotHubQuotaExceeded;
        Refused(await lab.TestDeviceAsync($"-Protocol {protocol}"), protocol, F.QuotaExceeded, "403002");
    }

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Hub_with_a_fault(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Conditions.Refusal = HubErrorCode.ServerError;
        Refused(await lab.TestDeviceAsync($"-Protocol {protocol}"), protocol, F.HubUnavailable, "");
    }

    [Fact]
    public async Task Where_the_reason_cannot_be_asked_for_the_refusal_stands()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Device.IsEnabled = false;
        lab.Hub.Https.Fault = HubStandIn.Network.PortFault.Closed;
        Refused(await lab.TestDeviceAsync("-Protocol Mqtt"), P.Mqtt, F.SignInRefused, "no reason");
    }

    private static Task<ConnectivityTestResult[]> SignInAsync(Lab lab, string token, P protocol) =>
        lab.TestAsync($"-HubName localhost.localdomain -ConnectTo 127.0.0.1 -GatewayHostName localhost -DeviceId device-1 -SasToken $token -Force -Protocol {protocol}".Replace("localhost.localdomain", "127.0.0.1", StringComparison.Ordinal), ("token", token));

    private static ConnectivityTestResult Refused(ConnectivityTestResult[] results, P protocol, F finding, string reason)
    {
        var failed = results.Step(S.SignIn, protocol);
        Assert.True((CheckState.Failed, finding) == (failed.State, failed.Finding), $"{failed.Finding} {failed}");
        Assert.Contains(reason, failed.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(failed.Fix!);
        Assert.All(results.Where(r => r.Protocol == protocol && r.Step is S.Telemetry or S.Twin), r => Assert.Equal("SignIn failed.", r.Reason));
        return failed;
    }

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
