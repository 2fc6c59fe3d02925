using HubStandIn;
using IoTHubDisconnect.Tests.Engine;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

public sealed class HealthyHubTests
{
    private static readonly S[] Path = [S.Tcp, S.Tls, S.Open];
    private static readonly S[] Signed = [.. Path, S.SignIn, S.Telemetry, S.Twin, S.Close];

    [Fact]
    public async Task Without_credentials_it_stops_before_the_sign_in()
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestHubAsync("");

        results.AllPassed();
        foreach (var protocol in Enum.GetValues<P>())
        {
            Assert.Equal([.. Path, S.SignIn, S.Close], results.Where(r => r.Protocol == protocol).Select(r => r.Step));
            Assert.Equal("No credentials were given.", results.Step(S.SignIn, protocol).Reason);
        }
        Assert.Empty(lab.Hub.Telemetry.Messages);
        Assert.Empty(lab.Hub.Rows);
    }

    [Fact]
    public async Task With_a_key_every_step_of_every_protocol_is_taken()
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestDeviceAsync("");

        results.AllPassed();
        foreach (var protocol in Enum.GetValues<P>())
            Assert.Equal(Signed, results.Where(r => r.Protocol == protocol).Select(r => r.Step).Order());
        Assert.Equal("Devices read no twin over HTTPS.", results.Step(S.Twin, P.Https).Reason);
        Assert.Equal(5, lab.Hub.Telemetry.Messages.Count);
        Assert.All(
            results.Where(r => r.State == CheckState.Passed && r.Step != S.Verdict),
            r => Assert.NotNull(r.Latency)
        );
        // In and out four times, and nothing that an operator would have to look at.
        Assert.Equal(8, lab.Hub.Rows.Count);
        Assert.False(lab.Hub.IsConnected(lab.Device));
    }

    [Theory]
    [InlineData(P.MqttWebSocket)]
    [InlineData(P.Amqp)]
    public async Task One_protocol_can_be_chosen(P protocol)
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestDeviceAsync($"-Protocol {protocol}");

        results.AllPassed();
        Assert.Equal(Signed, results.Where(r => r.Protocol is not null).Select(r => r.Step).Order());
        Assert.All(results, r => Assert.True(r.Protocol is null || r.Protocol == protocol));
    }

    [Fact]
    public async Task A_certificate_signs_in()
    {
        using var certificate = DeviceCertificate.Make();
        await using var lab = await Lab.OpenAsync();
        lab.Device.Authentication = HubStandIn.Registry.AuthenticationType.SelfSigned;
        lab.Device.PrimaryThumbprint = certificate.Thumbprint;

        var results = await lab.TestAsync(
            "-HubName 127.0.0.1 -DeviceId device-1 -Certificate $certificate -Force",
            ("certificate", certificate)
        );

        results.AllPassed();
        Assert.All(
            Enum.GetValues<P>(),
            protocol => Assert.Equal(CheckState.Passed, results.Step(S.SignIn, protocol).State)
        );
    }

    [Fact]
    public async Task Keys_tokens_and_files_sign_in()
    {
        await using var lab = await Lab.OpenAsync(new StandInHubOptions { HostName = "127.0.0.1" });
        const string common = "-HubName 127.0.0.1 -DeviceId device-1 -Force -Protocol Mqtt";

        (await lab.TestAsync($"{common} -SharedAccessKey $key")).AllPassed();
        (
            await lab.TestAsync(
                $"{common} -SasToken $token",
                ("token", Secret.Of(lab.Hub.Token(lab.Device, TimeSpan.FromHours(1))))
            )
        ).AllPassed();
        var byPolicy = await lab.TestAsync(
            $"{common} -SharedAccessKey $policy -SharedAccessKeyName device",
            ("policy", Secret.Of(lab.Hub.Options.Policies.Single(p => p.Name == "device").PrimaryKey))
        );
        Assert.Equal(CheckState.Passed, byPolicy.Step(S.SignIn, P.Mqtt).State);
        Assert.Equal(
            (CheckState.Warning, ConnectivityFinding.AccessDenied),
            (byPolicy.Step(S.Registry).State, byPolicy.Step(S.Registry).Finding!.Value)
        );

        using var certificate = DeviceCertificate.Make();
        lab.Device.Authentication = HubStandIn.Registry.AuthenticationType.SelfSigned;
        lab.Device.PrimaryThumbprint = certificate.Thumbprint;
        var file = System.IO.Path.Combine(Directory.CreateTempSubdirectory("connectivity").FullName, "device.pfx");
        await File.WriteAllBytesAsync(
            file,
            certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pkcs12, "p4ss")
        );
        (
            await lab.TestAsync(
                $"{common} -CertificatePath $file -CertificatePassword $password",
                ("file", file),
                ("password", Secret.Of("p4ss"))
            )
        ).AllPassed();
        Directory.Delete(System.IO.Path.GetDirectoryName(file)!, true);
    }

    [Fact]
    public async Task A_module_signs_in()
    {
        await using var lab = await Lab.OpenAsync();
        var module = lab.Hub.Registry.Add("device-1", "module-1");

        var results = await lab.TestAsync(
            "-ConnectionString $module -Force",
            ("module", Secret.Of(lab.Hub.ConnectionString(module)))
        );

        results.AllPassed();
        Assert.All(results, r => Assert.Equal("module-1", r.ModuleId));
        Assert.All(lab.Hub.Telemetry.Messages, m => Assert.Equal("module-1", m.ModuleId));
    }

    [Fact]
    public async Task A_gateway_stands_in_for_the_hub()
    {
        await using var lab = await Lab.OpenAsync(
            new StandInHubOptions { HostName = "far.azure-devices.net", GatewayHostName = "localhost" }
        );
        var results = await lab.TestDeviceAsync("-Protocol Mqtt, AmqpWebSocket");

        results.AllPassed();
        Assert.All(
            results.Where(r => r.Protocol is not null),
            r => Assert.StartsWith("localhost:", r.Endpoint, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task IPv6_is_a_way_too()
    {
        await using var lab = await Lab.OpenAsync(
            new StandInHubOptions { HostName = "v6.test", Address = System.Net.IPAddress.IPv6Loopback }
        );
        var results = await lab.TestAsync("-HubName v6.test -ConnectTo ::1 -IPv6");

        results.AllPassed();
        Assert.All(
            results.Where(r => r.Step == S.Tcp),
            r => Assert.StartsWith("[::1]", (string)r.Detail["Remote"], StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Facts_are_there_for_scripts()
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestDeviceAsync("-Protocol Amqp");

        Assert.Equal<string>(["127.0.0.1"], (string[])results.Step(S.Dns).Detail["Addresses"]);
        Assert.Equal(true, results.Step(S.Dns).Detail["IsPrivate"]);
        Assert.Contains("Addresses: 127.0.0.1", $"{results.Step(S.Dns).Detail}");
        var tls = results.Step(S.Tls, P.Amqp).Detail;
        Assert.StartsWith("TLS 1.", (string)tls["TlsVersion"], StringComparison.Ordinal);
        Assert.StartsWith("TLS_", (string)tls["Cipher"], StringComparison.Ordinal);
        Assert.Equal(2, ((string[])tls["Chain"]).Length);
        Assert.True((DateTimeOffset)tls["NotAfter"] > DateTimeOffset.UtcNow);
        Assert.True((TimeSpan)results.Step(S.Open, P.Amqp).Detail["IdleTimeout"] > TimeSpan.Zero);
    }
}
