using System.Diagnostics;
using HubStandIn.Network;
using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>
/// Whatever is wrong on the way to the hub has its own finding, reason and fix, and what cannot be tried is skipped.
/// </summary>
public sealed class PathFaultTests
{
    public static TheoryData<string, S, F> Faults =>
        new()
        {
            { "Closed", S.Tcp, F.PortClosed },
            { "Filtered", S.Tcp, F.PortFiltered },
            { "PlainText", S.Tls, F.NotTls },
            { "OldTls", S.Tls, F.TlsTooOld },
            { "Silent", S.Tls, F.NoAnswer },
            { "Drip", S.Tls, F.TooSlow },
        };

    public static TheoryData<ServerCertificateKind, F> Certificates =>
        new()
        {
            { ServerCertificateKind.Expired, F.CertificateExpired },
            { ServerCertificateKind.NotYetValid, F.CertificateNotYetValid },
            { ServerCertificateKind.SelfSigned, F.CertificateSelfSigned },
            { ServerCertificateKind.WrongHost, F.CertificateWrongHost },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_faulty_port_is_told_from_another(string fault, S step, F finding)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = fault switch
        {
            "Closed" => PortFault.Closed,
            "Filtered" => PortFault.Filtered,
            "PlainText" => PortFault.PlainText,
            "OldTls" => PortFault.OldTls,
            "Silent" => PortFault.Silent,
            _ => PortFault.Drip(TimeSpan.FromSeconds(1)),
        };

        var results = await lab.TestDeviceAsync($"-Protocol Mqtt, Amqp {Lab.Impatient}");

        Fails(results, P.Mqtt, step, finding);
        Assert.All(results.Where(r => r.Protocol == P.Amqp), r => Assert.Equal(CheckState.Passed, r.State));
        NothingIsLeft(lab);
    }

    [Theory]
    [MemberData(nameof(Certificates))]
    public async Task A_wrong_certificate_is_told_from_another(ServerCertificateKind kind, F finding)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Amqp.Certificate = kind;

        var results = await lab.TestDeviceAsync("-Protocol Mqtt, Amqp");

        var failed = Fails(results, P.Amqp, S.Tls, finding);
        Assert.NotEmpty((string)failed.Detail["Thumbprint"]);
        Assert.All(results.Where(r => r.Protocol == P.Mqtt), r => Assert.Equal(CheckState.Passed, r.State));
    }

    [Theory]
    [InlineData(P.Mqtt, S.Open)]
    [InlineData(P.Amqp, S.Open)]
    [InlineData(P.AmqpWebSocket, S.Open)]
    [InlineData(P.MqttWebSocket, S.Open)]
    [InlineData(P.Https, S.Open)]
    public async Task A_hub_that_falls_silent_after_TLS_is_noticed(P protocol, S step)
    {
        await using var lab = await Lab.OpenAsync();
        var port = protocol switch
        {
            P.Mqtt => lab.Hub.Mqtt,
            P.Amqp => lab.Hub.Amqp,
            _ => lab.Hub.Https,
        };
        // Signatures differ by some bytes; behind the handshake there are tickets, and then what the protocol says.
        var handshake = await HandshakeSize.MeasureAsync(port.Number) + 8;
        port.Fault = PortFault.CutAfter(handshake, PathCut.Silence);

        var results = await lab.TestDeviceAsync($"-Protocol {protocol} {Lab.Impatient}");

        Assert.Contains(results.Step(step, protocol).Finding, new F?[] { F.NoAnswer, F.TooSlow });
        Assert.Equal(CheckState.Skipped, results.Step(S.SignIn, protocol).State);
    }

    [Fact]
    public async Task Protocols_come_one_after_the_other_with_what_they_all_come_to()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = PortFault.Closed;

        var results = await lab.TestDeviceAsync("");

        var protocols = results.Where(r => r.Protocol is not null).Select(r => r.Protocol!.Value).ToArray();
        Assert.Equal(protocols.Order(), protocols);
        Assert.Equal([S.Tls, S.Open, S.Telemetry, S.Twin, S.Close], results.Step(S.SignIn, P.Mqtt).AlsoSkipped);
        Assert.EndsWith("port 443 is open.", results.Step(S.Tcp, P.Mqtt).Fix);
        Assert.Equal(
            (S.Verdict, CheckState.Warning, F.PortClosed),
            (results[^1].Step, results[^1].State, results[^1].Finding)
        );
        Assert.StartsWith("Through get MqttWebSocket, Amqp, AmqpWebSocket, Https", results[^1].Reason);
    }

    [Fact]
    public async Task What_just_failed_is_no_way_round()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = lab.Hub.Amqp.Fault = lab.Hub.Https.Fault = PortFault.Closed;

        var results = await lab.TestDeviceAsync("");

        Assert.All(
            results.Where(r => r.Finding == F.PortClosed && r.Step == S.Tcp),
            r => Assert.DoesNotContain("WebSockets", r.Fix)
        );
        Assert.Equal((S.Verdict, CheckState.Failed), (results[^1].Step, results[^1].State));
        Assert.StartsWith("Nothing gets through", results[^1].Reason);
    }

    [Fact]
    public async Task No_step_takes_longer_than_its_limit()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = PortFault.Silent;
        lab.Hub.Amqp.Fault = PortFault.Filtered;
        lab.Hub.Https.Fault = PortFault.Drip(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();

        var results = await lab.TestDeviceAsync("-Timeout 2s");

        Assert.All(
            results,
            r => Assert.True((r.Latency ?? TimeSpan.Zero) < TimeSpan.FromSeconds(20), $"{r} {r.Latency}")
        );
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");
        Assert.All(
            Enum.GetValues<P>(),
            protocol => Assert.Single(results, r => r.Protocol == protocol && r.State == CheckState.Failed)
        );
    }

    [Fact]
    public async Task An_unknown_name_ends_it()
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestAsync("-HubName nowhere.invalid -Protocol Mqtt, Https");

        Assert.Equal(F.DnsNotFound, results.Step(S.Dns).Finding);
        Assert.Equal(["Dns failed."], results.Where(r => r.Protocol is not null).Select(r => r.Reason).Distinct());
        Assert.NotNull(Assert.Single(results, r => r.Fix is not null && r.Step == S.Dns).HelpUri);
        Assert.Equal([S.Dns, S.Tcp, S.Tcp, S.Verdict], results.Select(r => r.Step));
        Assert.All(results.Where(r => r.Step != S.Dns), r => Assert.Null(r.Fix));
    }

    [Fact]
    public async Task A_clock_that_is_off_is_a_warning()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Conditions.DateSkew = TimeSpan.FromMinutes(-17);

        var clock = (await lab.TestHubAsync("-Protocol Mqtt")).Step(S.Clock);

        Assert.Equal((CheckState.Warning, F.ClockSkewed), (clock.State, clock.Finding));
        Assert.Contains("ahead of the hub's", clock.Reason, StringComparison.Ordinal);
        Assert.InRange(((TimeSpan)clock.Detail["ClockSkew"]).TotalMinutes, 16.9, 17.1);
    }

    [Fact]
    public async Task A_clock_is_read_even_where_it_makes_certificates_look_wrong()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Https.Certificate = ServerCertificateKind.NotYetValid;
        lab.Hub.Conditions.DateSkew = TimeSpan.FromDays(2);

        var results = await lab.TestHubAsync("-Protocol Https");

        Assert.Equal(F.ClockSkewed, results.Step(S.Clock).Finding);
        Assert.Equal(F.CertificateNotYetValid, results.Step(S.Tls, P.Https).Finding);
    }

    private static ConnectivityTestResult Fails(ConnectivityTestResult[] results, P protocol, S step, F finding)
    {
        var failed = results.Step(step, protocol);
        Assert.Equal((CheckState.Failed, finding), (failed.State, failed.Finding!.Value));
        Assert.NotEmpty(failed.Reason);
        Assert.NotEmpty(failed.Fix!);
        Assert.NotNull(failed.HelpUri);
        Assert.All(
            results.Where(r => r.Protocol == protocol && r.Step > step),
            r => Assert.Equal((CheckState.Skipped, $"{step} failed."), (r.State, r.Reason))
        );
        return failed;
    }

    private static void NothingIsLeft(Lab lab)
    {
        Assert.False(lab.Hub.IsConnected(lab.Device));
        Eventually.True(() =>
            lab.Hub.Mqtt.Connections.Count + lab.Hub.Amqp.Connections.Count + lab.Hub.Https.Connections.Count == 0
        );
    }
}
