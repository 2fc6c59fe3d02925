using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

public sealed class ProxyTests
{
    [Fact]
    public async Task A_proxy_carries_what_devices_send_through_proxies()
    {
        await using var lab = await Lab.OpenAsync();
        await using var proxy = new LoopbackProxy();
        var results = await lab.TestDeviceAsync($"-Proxy http://127.0.0.1:{proxy.Port}");

        results.AllPassed();
        Assert.Equal(4, proxy.Tunnels);
        Assert.All(
            new[] { P.MqttWebSocket, P.AmqpWebSocket, P.Https },
            protocol => Assert.Equal(CheckState.Passed, results.Step(S.SignIn, protocol).State)
        );
        Assert.All(
            results.Where(r => r.Protocol is P.Mqtt or P.Amqp),
            r =>
                Assert.Equal(
                    (CheckState.Skipped, "Devices use proxies with WebSockets and HTTPS only."),
                    (r.State, r.Reason)
                )
        );
        Assert.Equal(CheckState.Skipped, results.Step(S.Dns).State);
    }

    [Fact]
    public async Task A_proxy_may_want_to_know_the_user()
    {
        await using var lab = await Lab.OpenAsync();
        await using var proxy = new LoopbackProxy { User = "someone:p4ss" };
        var refused = (await lab.TestHubAsync($"-Proxy http://127.0.0.1:{proxy.Port} -Protocol Https")).Step(
            S.Tcp,
            P.Https
        );
        Assert.Equal(
            (F.ProxyRefused, "The proxy wants to know the user (407)."),
            (refused.Finding!.Value, refused.Reason)
        );

        var user = new System.Management.Automation.PSCredential(
            "someone",
            new System.Net.NetworkCredential("", "p4ss").SecurePassword
        );
        (
            await lab.TestAsync(
                $"-HubName 127.0.0.1 -Proxy http://127.0.0.1:{proxy.Port} -ProxyCredential $user -Protocol Https",
                ("user", user)
            )
        ).AllPassed();
    }

    [Fact]
    public async Task A_proxy_may_be_away()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = HubStandIn.Network.PortFault.Closed;
        var result = (await lab.TestHubAsync($"-Proxy http://127.0.0.1:{lab.Hub.Mqtt.Number} -Protocol Https")).Step(
            S.Tcp,
            P.Https
        );
        Assert.Equal(F.ProxyUnreachable, result.Finding);
    }

    [Fact]
    public async Task What_answers_may_be_no_proxy()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = HubStandIn.Network.PortFault.PlainText;
        var result = (await lab.TestHubAsync($"-Proxy http://127.0.0.1:{lab.Hub.Mqtt.Number} -Protocol Https")).Step(
            S.Tcp,
            P.Https
        );
        Assert.Equal(F.ProxyRefused, result.Finding);
    }
}
