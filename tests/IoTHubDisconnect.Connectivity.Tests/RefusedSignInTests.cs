using HubStandIn;
using HubStandIn.Authentication;
using IoTHubDisconnect.Tests.Engine;
using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>Why a hub refuses is told over every protocol, though MQTT itself never tells.</summary>
public sealed class RefusedSignInTests
{
    [Fact]
    public async Task Wrong_key()
    {
        await using var lab = await Lab.OpenAsync();
        var wrong = Convert.ToBase64String(new byte[32]);
        Refused(
            await lab.TestAsync(
                $"-HubName 127.0.0.1 -DeviceId device-1 -SharedAccessKey $wrong -Force",
                ("wrong", Secret.Of(wrong))
            ),
            F.CredentialsRefused,
            "the key"
        );
    }

    [Fact]
    public async Task Wrong_certificate()
    {
        await using var lab = await Lab.OpenAsync();
        using var certificate = DeviceCertificate.Make();
        lab.Device.Authentication = HubStandIn.Registry.AuthenticationType.SelfSigned;
        lab.Device.PrimaryThumbprint = new string('0', 40);
        Refused(
            await lab.TestAsync(
                "-HubName 127.0.0.1 -DeviceId device-1 -Certificate $certificate -Force",
                ("certificate", certificate)
            ),
            F.CredentialsRefused,
            "thumbprint"
        );
    }

    [Fact]
    public async Task Expired_token()
    {
        await using var lab = await Lab.OpenAsync();
        Refused(await SignInAsync(lab, lab.Hub.Token(lab.Device, TimeSpan.FromHours(-1))), F.TokenExpired, "expired");
    }

    [Fact]
    public async Task Token_of_another_device()
    {
        await using var lab = await Lab.OpenAsync();
        Refused(
            await SignInAsync(lab, lab.Hub.Token(lab.Hub.Registry.Add("device-2"), TimeSpan.FromHours(1))),
            F.TokenForAnother,
            "device-2"
        );
    }

    [Fact]
    public async Task Clock_that_is_far_behind()
    {
        var clock = new Ahead(TimeSpan.FromHours(3));
        await using var lab = await Lab.OpenAsync(new StandInHubOptions { Clock = clock });
        var results = await lab.TestDeviceAsync("");
        Refused(results, F.ClockSkewed, "by the hub's");
        Assert.Equal(F.ClockSkewed, results.Step(S.Clock).Finding);
    }

    [Fact]
    public async Task Disabled_device()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Device.IsEnabled = false;
        var failed = Refused(await lab.TestDeviceAsync(""), F.DeviceDisabled, "disabled");
        Assert.Equal(403012, failed.Detail["ErrorCode"]);
    }

    [Fact]
    public async Task Missing_device()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Registry.Remove(lab.Device);
        Refused(await lab.TestDeviceAsync(""), F.DeviceNotFound, "does not know");
    }

    [Fact]
    public async Task Throttled()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Conditions.Refusal = HubErrorCode.ThrottlingException;
        Refused(await lab.TestDeviceAsync(""), F.Throttled, "429001");
    }

    [Fact]
    public async Task Quota_used_up()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Conditions.Refusal = HubErrorCode.IotHubQuotaExceeded;
        Refused(await lab.TestDeviceAsync(""), F.QuotaExceeded, "403002");
    }

    [Fact]
    public async Task Hub_with_a_fault()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Conditions.Refusal = HubErrorCode.ServerError;
        Refused(await lab.TestDeviceAsync(""), F.HubUnavailable, "500001");
    }

    [Fact]
    public async Task Where_the_reason_cannot_be_asked_for_the_refusal_stands()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Device.IsEnabled = false;
        lab.Hub.Https.Fault = HubStandIn.Network.PortFault.Closed;
        Refused(await lab.TestDeviceAsync("-Protocol Mqtt"), F.SignInRefused, "no reason");
    }

    private static Task<ConnectivityTestResult[]> SignInAsync(Lab lab, string token) =>
        lab.TestAsync("-HubName 127.0.0.1 -DeviceId device-1 -SasToken $token -Force", ("token", Secret.Of(token)));

    private static ConnectivityTestResult Refused(ConnectivityTestResult[] results, F finding, string reason)
    {
        var refused = results.Where(r => r.Step == S.SignIn).ToArray();
        Assert.All(refused, r => Assert.True((CheckState.Failed, finding) == (r.State, r.Finding), $"{r.Finding} {r}"));
        // MQTT has an answer of its own for a hub's fault, without a code.
        Assert.All(
            refused.Where(r => finding != F.HubUnavailable || r.Protocol == P.Https),
            r => Assert.Contains(reason, r.Reason, StringComparison.Ordinal)
        );
        Assert.All(refused, r => Assert.NotEmpty(r.Fix!));
        Assert.All(results.Where(r => r.Step is S.Telemetry or S.Twin), r => Assert.Equal("SignIn failed.", r.Reason));
        return refused[^1];
    }

    private sealed class Ahead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
