using AzureStandIn;
using AzureStandIn.ResourceManager;
using HubStandIn;
using HubStandIn.Authentication;
using IoTHubDisconnect.Tests.Engine;
using F = IoTHubDisconnect.ConnectivityFinding;
using P = IoTHubDisconnect.ConnectivityProtocol;
using S = IoTHubDisconnect.ConnectivityStep;

namespace IoTHubDisconnect.Connectivity.Tests;

/// <summary>
/// What an Azure identity adds: the registry, direct methods, and that no connected device is thrown off.
/// </summary>
public sealed class ServiceSideTests : IAsyncLifetime
{
    private const string OnlyRegistry = "-HubName 127.0.0.1 -DeviceId device-1 -Protocol Mqtt";

    private StandInAzure _azure = null!;
    private Lab _lab = null!;

    public async Task InitializeAsync()
    {
        _azure = await StandInAzure.StartAsync(new StandInOptions());
        _lab = await Lab.OpenAsync(new StandInHubOptions { Azure = _azure });
        var principal = _azure.Options.ServicePrincipals[0];
        (
            await _lab.RunAsync(
                "$null = Connect-IoTHubDisconnect -TenantId $tenant -ApplicationId $app -ClientSecret "
                    + "$secret -Environment $cloud -TrustedHost 127.0.0.1, localhost",
                ("tenant", $"{_azure.Options.TenantId}"),
                ("app", $"{principal.ClientId}"),
                ("secret", Secret.Of(principal.Secret)),
                (
                    "cloud",
                    new System.Collections.Hashtable
                    {
                        ["Name"] = "StandIn",
                        ["AuthorityHost"] = _azure.Endpoints.Entra,
                        ["ResourceManager"] = _azure.Endpoints.ResourceManager,
                        ["Logs"] = _azure.Endpoints.Logs,
                    }
                )
            )
        ).Clean();
    }

    public async Task DisposeAsync()
    {
        await _lab.DisposeAsync();
        await _azure.DisposeAsync();
    }

    [Fact]
    public async Task The_registry_tells_of_the_device()
    {
        var results = await _lab.TestAsync(OnlyRegistry);

        results.AllPassed();
        var registry = results.Step(S.Registry);
        Assert.Equal("device-1 is enabled and not connected; it signs in by sas.", registry.Reason);
        Assert.Equal("sas", registry.Detail["AuthenticationType"]);
        Assert.Equal(false, registry.Detail["IsConnected"]);
    }

    [Theory]
    [InlineData("V2", "localhost", "127.0.0.1")]
    [InlineData("V1", null, null)]
    public async Task A_hub_is_asked_by_the_names_that_Azure_has_for_it(string gateway, string? device, string? service)
    {
        var hub = _azure.Estate.AddHub(
            ArmId.Parse(
                "/subscriptions/8e2f1b7a-6c34-4d0e-9a51-2b7f0c9d4e63/resourceGroups/lab"
                    + "/providers/Microsoft.Devices/IotHubs/lab"
            )
        );
        (hub.GatewayVersion, hub.DeviceHostName, hub.ServiceHostName, hub.HostName) = (
            gateway,
            device,
            service,
            device is null ? "localhost" : "classic.example"
        );
        // The engine behind the stand-in's Resource Graph starts with the first query, on a loaded machine for longer
        // than a test of connectivity waits for names.
        await _lab.RunAsync("$null = Test-DisconnectLogging -HubName lab");

        var results = await _lab.TestAsync("-HubName lab -DeviceId device-1 -Protocol Mqtt");

        results.AllPassed();
        Assert.Equal($"{service ?? "localhost"}:{_lab.Hub.Https.Number}", results.Step(S.Registry).Endpoint);
        Assert.Equal($"localhost:{_lab.Hub.Mqtt.Number}", results.Step(S.Tls, P.Mqtt).Endpoint);
    }

    [Fact]
    public async Task A_host_name_that_Azure_does_not_tell_is_said_to_be_made_up()
    {
        var run = await _lab.RunAsync(
            "Test-DeviceConnectivity -HubName nowhere -DeviceId device-1 -Protocol Mqtt -ConnectTo 127.0.0.1 "
                + "-Timeout 00:00:05"
        );

        var warning = Assert.Single(run.Warnings, text => text.Contains("nowhere", StringComparison.Ordinal));
        Assert.StartsWith(
            "Azure does not tell the host name of 'nowhere', so nowhere.",
            warning,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_connected_device_is_not_thrown_off()
    {
        using var own = await ConnectedDevice.OpenAsync(_lab);

        var results = await _lab.TestAsync("-ConnectionString $device");

        foreach (var protocol in Enum.GetValues<P>())
        {
            var signIn = results.Step(S.SignIn, protocol);
            Assert.Equal((CheckState.Failed, F.DeviceConnected), (signIn.State, signIn.Finding!.Value));
            Assert.Equal(CheckState.Passed, results.Step(S.Close, protocol).State);
        }
        Assert.True(own.IsConnected);
        Assert.Empty(_lab.Hub.Telemetry.Messages);
        Assert.Single(_lab.Hub.Rows);
    }

    [Fact]
    public async Task By_force_it_is()
    {
        using var own = await ConnectedDevice.OpenAsync(_lab);

        (await _lab.TestAsync("-ConnectionString $device -Force -Protocol Mqtt")).AllPassed();

        Eventually.True(() => !own.IsConnected);
        Assert.Contains(_lab.Hub.Rows, row => $"{row}".Contains("400027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_device_that_is_not_connected_needs_no_force()
    {
        var results = await _lab.TestAsync("-ConnectionString $device -Protocol Amqp, Https");

        results.AllPassed();
        Assert.Equal(2, _lab.Hub.Telemetry.Messages.Count);
    }

    [Fact]
    public async Task A_direct_method_goes_there_and_back()
    {
        using var own = await ConnectedDevice.OpenAsync(_lab);
        await own.AnswerMethodsAsync(200);

        var method = (await _lab.TestAsync($"{OnlyRegistry} -InvokeMethod ping")).Step(S.DirectMethod);

        Assert.Equal((CheckState.Passed, "The device answered ping with 200."), (method.State, method.Reason));
        Assert.NotNull(method.Latency);
        Assert.True(own.IsConnected);
    }

    [Fact]
    public async Task A_direct_method_may_fail_on_the_device()
    {
        using var own = await ConnectedDevice.OpenAsync(_lab);
        await own.AnswerMethodsAsync(501);
        Assert.Equal(
            F.MethodFailed,
            (await _lab.TestAsync($"{OnlyRegistry} -InvokeMethod ping")).Step(S.DirectMethod).Finding
        );
    }

    [Fact]
    public async Task A_direct_method_does_not_reach_a_device_that_is_away()
    {
        var method = (await _lab.TestAsync($"{OnlyRegistry} -InvokeMethod ping")).Step(S.DirectMethod);
        Assert.Equal((CheckState.Failed, F.DeviceNotOnline), (method.State, method.Finding!.Value));
        Assert.Equal(404103, method.Detail["ErrorCode"]);
    }

    [Fact]
    public async Task A_disabled_and_a_missing_device_are_told_apart()
    {
        _lab.Device.IsEnabled = false;
        Assert.Equal(F.DeviceDisabled, (await _lab.TestAsync(OnlyRegistry)).Step(S.Registry).Finding);
        _lab.Hub.Registry.Remove(_lab.Device);
        Assert.Equal(F.DeviceNotFound, (await _lab.TestAsync(OnlyRegistry)).Step(S.Registry).Finding);
    }

    [Fact]
    public async Task Without_the_role_nothing_is_disturbed()
    {
        _lab.Hub.Conditions.EntraRights = HubRights.None;
        var results = await _lab.TestAsync("-ConnectionString $device -Protocol Mqtt");

        Assert.Equal(F.AccessDenied, results.Step(S.Registry).Finding);
        Assert.Equal(
            (CheckState.Skipped, F.ConnectionStateUnknown),
            (results.Step(S.SignIn, P.Mqtt).State, results.Step(S.SignIn, P.Mqtt).Finding!.Value)
        );
        Assert.Empty(_lab.Hub.Rows);
    }

    [Fact]
    public async Task Another_kind_of_credentials_than_the_registrys_is_a_warning()
    {
        _lab.Device.Authentication = HubStandIn.Registry.AuthenticationType.SelfSigned;
        var results = await _lab.TestAsync(
            "-HubName 127.0.0.1 -DeviceId device-1 -SharedAccessKey $key -Protocol Mqtt"
        );

        Assert.Equal(F.AuthenticationMismatch, results.Step(S.Registry).Finding);
        Assert.Equal(F.AuthenticationMismatch, results.Step(S.SignIn, P.Mqtt).Finding);
    }

    [Fact]
    public async Task A_policys_key_reads_the_registry_and_signs_in()
    {
        var owner = _lab.Hub.ConnectionString(_lab.Hub.Options.Policies.Single(p => p.Name == "iothubowner"));
        var results = await _lab.TestAsync(
            "-ConnectionString $owner -DeviceId device-1 -Protocol Mqtt",
            ("owner", Secret.Of(owner))
        );

        results.AllPassed();
        Assert.Equal(CheckState.Passed, results.Step(S.Registry).State);
        Assert.Equal(CheckState.Passed, results.Step(S.SignIn, P.Mqtt).State);
    }
}
