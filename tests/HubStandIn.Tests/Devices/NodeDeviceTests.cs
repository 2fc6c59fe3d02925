using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using HubStandIn.Authentication;
using HubStandIn.Devices;
using HubStandIn.Registry;
using HubStandIn.Tests.Http;

namespace HubStandIn.Tests.Devices;

/// <summary>Microsoft's device SDK for Node.js is content with the stand-in.</summary>
public sealed class NodeDeviceTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _patience = new(Patience);
    private readonly DeviceAuthority _authority = new();
    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync(new StandInHubOptions { DeviceAuthorities = [_authority] });
        _identity = _hub.Registry.Add("device-1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData("Mqtt", "+ -")]
    [InlineData("MqttWs", "+ -")]
    [InlineData("Amqp", "+ -")]
    [InlineData("AmqpWs", "+ -")]
    [InlineData("Https", "")]
    public async Task It_sends_receives_and_leaves(string protocol, string story)
    {
        await using var device = await StartAsync(protocol);
        await DoAsync(device, "open");
        await DoAsync(device, "send", ("body", "21.5"));
        Assert.Equal(new TelemetryMessage("device-1", null, protocol, "21.5"), _hub.Telemetry.Messages.Single());

        _identity.Messages.Send("open the valve");
        var message = await device.WaitAsync("message", _patience.Token);
        Assert.Equal("open the valve", message["body"]!.ToString());
        await Eventually.IsTrue(() => _identity.Messages.Completed.Count == 1);
        if (protocol != "Https")
            await UseTwinAndMethodAsync(device);

        await DoAsync(device, "close");
        await Eventually.IsTrue(() => !_hub.IsConnected(_identity));
        Assert.Equal(story, _hub.Story());
        Assert.All(
            _hub.Rows.Where(row => row.IsConnect),
            row => Assert.StartsWith("azure-iot-device/1.18.4 (node v", row.SdkVersion)
        );
    }

    [Theory]
    [InlineData("Mqtt", "+ - + - +")]
    [InlineData("MqttWs", "+ - + - +")]
    [InlineData("Amqp", "+")]
    [InlineData("AmqpWs", "+")]
    [InlineData("Https", "")]
    public async Task It_renews_its_tokens(string protocol, string story)
    {
        await using var device = await StartAsync(protocol, ("tokenLifetime", 120), ("renewalMargin", 118));
        await DoAsync(device, "open");
        await DoAsync(device, "send", ("body", "1"));
        for (var renewals = 0; renewals < 2; renewals++)
        {
            var before = _identity.TokenExpiresAt;
            await Eventually.IsTrue(() => _identity.TokenExpiresAt > before);
        }

        await DoAsync(device, "send", ("body", "2"));
        Assert.StartsWith(story, _hub.Story());
        Assert.DoesNotContain("4", _hub.Story());
        Assert.Equal(["1", "2"], _hub.Telemetry.Messages.Select(message => message.Body));
    }

    [Theory]
    [InlineData("Mqtt", true)]
    [InlineData("Mqtt", false)]
    [InlineData("Amqp", true)]
    [InlineData("Amqp", false)]
    [InlineData("Https", true)]
    public async Task It_signs_in_by_certificate(string protocol, bool isOfAuthority)
    {
        using var certificate = _authority.Issue("device-1");
        _identity.Authentication = isOfAuthority
            ? AuthenticationType.CertificateAuthority
            : AuthenticationType.SelfSigned;
        _identity.PrimaryThumbprint = certificate.Thumbprint;
        await using var device = await StartAsync(
            protocol,
            (
                "certificate",
                new JsonObject
                {
                    ["cert"] = certificate.ExportCertificatePem(),
                    ["key"] = certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
                }
            )
        );
        await DoAsync(device, "open");
        await DoAsync(device, "send", ("body", "1"));
        Assert.Single(_hub.Telemetry.Messages);
        Assert.All(_hub.Rows, row => Assert.True(row.UsesCertificate));
    }

    [Theory]
    [InlineData("Mqtt", "UnauthorizedError")]
    [InlineData("Amqp", "UnauthorizedError")]
    public async Task It_understands_that_it_is_refused(string protocol, string error)
    {
        await using var device = await StartAsync(protocol);
        _identity.PrimaryKey = _identity.SecondaryKey = _hub.Registry.Add("device-2").PrimaryKey;
        await device.TellAsync(new JsonObject { ["do"] = "open" });
        Assert.Equal(error, (await device.WaitAsync("failed", _patience.Token))["name"]!.ToString());
        Assert.Equal("+401003", _hub.Story());
    }

    private async Task UseTwinAndMethodAsync(NodeDevice device)
    {
        _identity.Twin.Desire(new JsonObject { ["interval"] = 30 });
        await DoAsync(device, "twin");
        Assert.Equal(30, (await device.WaitAsync("desired", _patience.Token))["desired"]!["interval"]!.GetValue<int>());
        await DoAsync(device, "report", ("patch", new JsonObject { ["firmware"] = "2.1" }));
        Assert.Equal("2.1", _identity.Twin.ToJson()["reported"]!["firmware"]!.ToString());

        using var service = new HubClient(_hub, _hub.Token(_hub.Options.Policies[0], TimeSpan.FromHours(1)));
        var answer = await service.JsonAsync(
            "/twins/device-1/methods",
            new JsonObject
            {
                ["methodName"] = "echo",
                ["payload"] = "valve",
                ["connectTimeoutInSeconds"] = 30,
            }
        );
        Assert.Equal((200, "valve"), (answer["status"]!.GetValue<int>(), answer["payload"]!.ToString()));
    }

    private Task<NodeDevice> StartAsync(string protocol, params (string Name, JsonNode Value)[] more)
    {
        var settings = new JsonObject
        {
            ["protocol"] = protocol,
            ["connectionString"] = _hub.ConnectionString(_identity),
        };
        foreach (var (name, value) in more)
            settings[name] = value;
        return NodeDevice.StartAsync(_hub, "device.mjs", settings);
    }

    private async Task DoAsync(NodeDevice device, string action, params (string Name, JsonNode Value)[] facts)
    {
        var command = new JsonObject { ["do"] = action };
        foreach (var (name, value) in facts)
            command[name] = value;
        await device.TellAsync(command);
        await device.WaitAsync("done", _patience.Token);
    }
}
