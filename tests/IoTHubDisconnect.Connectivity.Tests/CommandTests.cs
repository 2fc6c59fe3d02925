using System.Management.Automation;
using IoTHubDisconnect.Tests.Engine;
using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>How the cmdlet goes about it: what it asks, repeats, takes by pipeline and says in short.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task Where_nobody_can_tell_or_be_asked_it_does_not_sign_in()
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestAsync("-ConnectionString $device -Protocol Mqtt");

        var signIn = results.Step(S.SignIn, P.Mqtt);
        Assert.Equal((CheckState.Skipped, F.ConnectionStateUnknown), (signIn.State, signIn.Finding!.Value));
        Assert.Contains("-Force", signIn.Fix, StringComparison.Ordinal);
        Assert.Empty(lab.Hub.Rows);
    }

    [Fact]
    public async Task A_yes_in_advance_will_do()
    {
        await using var lab = await Lab.OpenAsync();
        (await lab.TestAsync("-ConnectionString $device -Protocol Mqtt -Confirm:$false")).AllPassed();
        Assert.Single(lab.Hub.Telemetry.Messages);
    }

    [Fact]
    public async Task What_if_signs_in_nowhere()
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestAsync("-ConnectionString $device -Protocol Mqtt -Force -WhatIf");

        Assert.Equal(F.Declined, results.Step(S.SignIn, P.Mqtt).Finding);
        Assert.Empty(lab.Hub.Rows);
    }

    [Fact]
    public async Task Quiet_gives_a_boolean()
    {
        await using var lab = await Lab.OpenAsync();
        Assert.True(
            (await lab.RunAsync("Test-DeviceConnectivity 127.0.0.1 @ports -Quiet")).Clean().As<bool>().Single()
        );
        lab.Hub.Amqp.Fault = HubStandIn.Network.PortFault.Closed;
        Assert.False(
            (await lab.RunAsync("Test-DeviceConnectivity 127.0.0.1 @ports -Quiet")).Clean().As<bool>().Single()
        );
        Assert.True(
            (await lab.RunAsync("Test-DeviceConnectivity 127.0.0.1 @ports -Quiet -Protocol Mqtt, Https"))
                .Clean()
                .As<bool>()
                .Single()
        );
    }

    [Fact]
    public async Task Quiet_is_not_content_with_a_sign_in_left_out()
    {
        await using var lab = await Lab.OpenAsync();
        Assert.False(
            (await lab.RunAsync("Test-DeviceConnectivity -ConnectionString $device @ports -Quiet -Protocol Mqtt"))
                .Clean()
                .As<bool>()
                .Single()
        );
        Assert.True(
            (
                await lab.RunAsync(
                    "Test-DeviceConnectivity -ConnectionString $device @ports -Quiet -Protocol Mqtt -Force"
                )
            )
                .Clean()
                .As<bool>()
                .Single()
        );
    }

    [Fact]
    public async Task Rounds_are_summed_up()
    {
        await using var lab = await Lab.OpenAsync();
        var results = await lab.TestHubAsync("-Protocol Mqtt, Https -Count 4 -Interval 0.01s");

        Assert.Equal([1, 2, 3, 4], results.Where(r => r.Step == S.Tcp && r.Protocol == P.Mqtt).Select(r => r.Round));
        var sum = results.Step(S.Statistics, P.Mqtt);
        Assert.Equal(CheckState.Passed, sum.State);
        Assert.StartsWith("4 rounds, 0 lost (0%); a round took p50 ", sum.Reason, StringComparison.Ordinal);
        Assert.Equal(0.0, sum.Detail["Loss"]);
        Assert.NotNull(sum.Latency);
    }

    [Fact]
    public async Task Lost_rounds_are_counted()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = HubStandIn.Network.PortFault.Closed;
        var sum = (await lab.TestHubAsync("-Protocol Mqtt -Count 2 -Interval 0.01s")).Step(S.Statistics, P.Mqtt);
        Assert.Equal(
            (CheckState.Failed, F.Loss, "2 rounds, 2 lost (100%: 2 at Tcp)."),
            (sum.State, sum.Finding!.Value, sum.Reason)
        );
    }

    [Fact]
    public async Task Hubs_come_by_pipeline()
    {
        await using var lab = await Lab.OpenAsync();
        var results = (
            await lab.RunAsync(
                "'127.0.0.1', [pscustomobject]@{ Name = '127.0.0.1' }, [pscustomobject]@{ HubName = "
                    + "'localhost.' } | Test-DeviceConnectivity @ports -Protocol Https"
            )
        )
            .Clean()
            .As<ConnectivityTestResult>();
        Assert.Equal(2, results.Select(r => r.HubName).Distinct().Count());
        Assert.Equal(2, results.Count(r => r.Step == S.Tcp));
    }

    [Fact]
    public async Task A_hub_is_tested_once_and_its_devices_each()
    {
        await using var lab = await Lab.OpenAsync();
        var results = (
            await lab.RunAsync(
                "$causes | Test-DeviceConnectivity @ports -ConnectTo 127.0.0.1 -Protocol Https "
                    + "-Environment AzureChinaCloud",
                ("causes", Causes("CONTOSO", "device-1", "device-1", "device-2"))
            )
        )
            .Clean()
            .As<ConnectivityTestResult>();

        Assert.Single(results, r => r.Step == S.Tcp);
        Assert.Equal("contoso.azure-devices.cn", results.Step(S.Dns).Endpoint);
        Assert.Equal(["device-1", "device-2"], results.Where(r => r.Step == S.Registry).Select(r => r.DeviceId));
        Assert.All(results.Where(r => r.Step == S.Registry), r => Assert.Equal(F.NotSignedIn, r.Finding));
    }

    [Theory]
    [InlineData("-ConnectionString nonsense", "no HostName")]
    [InlineData("-ConnectionString 'HostName=localhost;DeviceId=a;SharedAccessKey=%%%'", "no base64")]
    [InlineData("-ConnectionString 'HostName=localhost;DeviceId=a'", "no SharedAccessKey")]
    [InlineData("-HubName a -DeviceId b -SharedAccessKey '%%%'", "no base64")]
    [InlineData("-HubName a -DeviceId b -SasToken $key", "not the form")]
    [InlineData("-ConnectionString $device -DeviceId other", "not of other")]
    [InlineData("-ConnectionString $device -HubName other", "not of other")]
    [InlineData("-HubName a -SasToken 'SharedAccessSignature sr=a&sig=b&se=1'", "-DeviceId is missing")]
    [InlineData("-HubName a -InvokeMethod b", "-DeviceId is missing")]
    public async Task What_does_not_go_together_is_refused(string parameters, string message)
    {
        await using var lab = await Lab.OpenAsync();
        var error = (await lab.RunAsync($"Test-DeviceConnectivity {parameters}")).TheError;

        Assert.StartsWith("InvalidDeviceCredentials", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains(message, error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain(lab.Device.PrimaryKey, $"{error}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_result_is_enough()
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Mqtt.Fault = HubStandIn.Network.PortFault.Silent;
        var first = (
            await lab.RunAsync(
                "do { Test-DeviceConnectivity 127.0.0.1 @ports -Timeout 120s | ForEach-Object { $_; break "
                    + "} } while ($false)"
            )
        )
            .Clean()
            .As<ConnectivityTestResult>();
        Assert.Single(first);
        Eventually.True(() => lab.Hub.Mqtt.Connections.Count == 0);
    }

    [Theory]
    [InlineData("Test-DeviceConnectivity 127.0.0.1 @ports -Timeout 120s")]
    [InlineData("Test-DeviceConnectivity -ConnectionString $device @ports -Force -KeepAliveProbe")]
    [InlineData("Test-DeviceConnectivity 127.0.0.1 @ports -Protocol Https -Count 2 -Interval 120s")]
    public async Task It_stops_when_it_is_told_to(string script)
    {
        await using var lab = await Lab.OpenAsync();
        lab.Hub.Amqp.Fault = HubStandIn.Network.PortFault.Silent;
        Assert.True(await lab.StopAsync(script, TimeSpan.FromSeconds(2)) < TimeSpan.FromSeconds(20));
        Eventually.True(() =>
            lab.Hub.Mqtt.Connections.Count + lab.Hub.Amqp.Connections.Count + lab.Hub.Https.Connections.Count == 0
        );
    }

    private static object[] Causes(string hub, params string[] devices) =>
        [
            .. devices.Select(device => new PSObject(
                new
                {
                    HubName = hub,
                    DeviceId = device,
                    ModuleId = (string?)null,
                    Cause = CauseName.NetworkLost,
                }
            )),
        ];
}
