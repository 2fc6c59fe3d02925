using System.Net;
using System.Text.Json.Nodes;
using AzureStandIn;
using HubStandIn.Authentication;
using HubStandIn.Registry;
using HubStandIn.Tests.Mqtt;
using MQTTnet;

namespace HubStandIn.Tests.Http;

public sealed class ServiceApiTests : IAsyncLifetime
{
    private StandInAzure _azure = null!;
    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _azure = await StandInAzure.StartAsync();
        _hub = await StandInHub.StartAsync(new StandInHubOptions { Azure = _azure });
        _identity = _hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        await _azure.DisposeAsync();
    }

    [Fact]
    public async Task An_identity_tells_its_state()
    {
        using var client = new HubClient(_hub, Owner);
        var before = await client.JsonAsync("/devices/device-1");
        Assert.Equal(
            ("enabled", "Disconnected", "sas"),
            (
                before["status"]!.ToString(),
                before["connectionState"]!.ToString(),
                before["authentication"]!["type"]!.ToString()
            )
        );
        Assert.StartsWith("0001-01-01", before["lastActivityTime"]!.ToString());

        using var device = await new TestDevice(_hub, _identity).ConnectAsync();
        var after = await client.JsonAsync("/twins/device-1");
        Assert.Equal("Connected", after["connectionState"]!.ToString());
        Assert.Equal(1, after["properties"]!["reported"]!["$version"]!.GetValue<int>());
        Assert.False(after["lastActivityTime"]!.ToString().StartsWith("0001-01-01", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SELECT * FROM devices", "device-1 device-2 device-3")]
    [InlineData("select deviceId from devices where status = 'disabled'", "device-2")]
    [InlineData(
        "SELECT deviceId, status FROM devices WHERE deviceId IN ['device-1', 'device-3'] AND "
            + "connectionState = 'Disconnected'",
        "device-1 device-3"
    )]
    public async Task A_query_scans_the_fleet(string query, string devices)
    {
        _hub.Registry.Add("device-2").IsEnabled = false;
        _hub.Registry.Add("device-3");
        _hub.Registry.Add("device-3", "camera");
        using var client = new HubClient(_hub, Owner);
        var found = await client.JsonAsync("/devices/query", new JsonObject { ["query"] = query });
        Assert.Equal(devices, string.Join(' ', found.AsArray().Select(twin => twin!["deviceId"]!.ToString())));
    }

    [Theory]
    [InlineData("iothubowner", HttpStatusCode.OK)]
    [InlineData("registryRead", HttpStatusCode.OK)]
    [InlineData("service", HttpStatusCode.Unauthorized)]
    [InlineData("device", HttpStatusCode.Unauthorized)]
    public async Task A_policy_reads_the_registry_if_it_may(string policy, HttpStatusCode status)
    {
        using var client = new HubClient(_hub, Policy(policy));
        using var answer = await client.GetAsync("/devices/device-1");
        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://iothubs.azure.net", 60, HubRights.RegistryRead, HttpStatusCode.OK)]
    [InlineData("https://iothubs.azure.net", -1, HubRights.RegistryRead, HttpStatusCode.Unauthorized)]
    [InlineData("https://iothubs.azure.net", 60, HubRights.None, HttpStatusCode.Unauthorized)]
    [InlineData("https://management.azure.com", 60, HubRights.RegistryRead, HttpStatusCode.Unauthorized)]
    public async Task A_principal_of_the_directory_reads_the_registry_if_it_may(
        string audience,
        int minutes,
        HubRights rights,
        HttpStatusCode status
    )
    {
        _hub.Conditions.EntraRights = rights;
        _hub.Conditions.DisableLocalAuth = true;
        var token = _azure.Tokens.Text(
            _azure.Tokens.Issue(audience) with
            {
                ExpiresOn = DateTimeOffset.UtcNow.AddMinutes(minutes),
            }
        );
        using var client = new HubClient(_hub, $"Bearer {token}");
        using var answer = await client.GetAsync("/devices/device-1");
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Keys_are_refused_where_local_authentication_is_off()
    {
        _hub.Conditions.DisableLocalAuth = true;
        using var client = new HubClient(_hub, Owner);
        using var answer = await client.GetAsync("/devices/device-1");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_method_goes_to_the_device_and_back()
    {
        using var device = await new TestDevice(_hub, _identity).ConnectAsync();
        device.ApplicationMessageReceivedAsync += call =>
            device.PublishStringAsync(
                "$iothub/methods/res/207/"
                    + call.ApplicationMessage.Topic[
                        call.ApplicationMessage.Topic.IndexOf('?', StringComparison.Ordinal)..
                    ],
                """{"ok":true}"""
            );
        await device.SubscribeAsync("$iothub/methods/POST/#");
        using var client = new HubClient(_hub, Owner);
        var answer = await client.JsonAsync("/twins/device-1/methods", Call(30));
        Assert.Equal("""{"status":207,"payload":{"ok":true}}""", answer.ToJsonString());
    }

    [Theory]
    [InlineData(false, false, HttpStatusCode.NotFound, "404103")]
    [InlineData(true, false, HttpStatusCode.NotFound, "404103")]
    [InlineData(true, true, HttpStatusCode.GatewayTimeout, "504101")]
    public async Task A_method_that_reaches_nobody_says_so(
        bool isConnected,
        bool listens,
        HttpStatusCode status,
        string code
    )
    {
        using var device = isConnected ? await new TestDevice(_hub, _identity).ConnectAsync() : null;
        if (listens)
            await device!.SubscribeAsync("$iothub/methods/POST/#");
        using var client = new HubClient(_hub, Owner);
        using var answer = await client.PostAsync("/twins/device-1/methods", Call(1));
        Assert.Equal(status, answer.StatusCode);
        var message = JsonNode.Parse(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["Message"]!.ToString())!;
        Assert.Equal(code, message["errorCode"]!.ToString());
    }

    private string Owner => Policy("iothubowner");

    private string Policy(string name) =>
        _hub.Token(_hub.Options.Policies.Single(policy => policy.Name == name), TimeSpan.FromHours(1));

    private static JsonObject Call(int seconds) =>
        new()
        {
            ["methodName"] = "ping",
            ["payload"] = null,
            ["responseTimeoutInSeconds"] = seconds,
        };
}
