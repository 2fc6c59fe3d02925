using HubStandIn.Authentication;
using HubStandIn.Network;
using HubStandIn.Registry;
using MQTTnet;
using MQTTnet.Formatter;

namespace HubStandIn.Tests.Mqtt;

public sealed class SignInTests : IAsyncLifetime
{
    private StandInHub _hub = null!;
    private HubIdentity _identity = null!;

    public async Task InitializeAsync()
    {
        _hub = await StandInHub.StartAsync();
        _identity = _hub.Registry.Add("Device-1");
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Theory]
    [InlineData(false, "Mqtt")]
    [InlineData(true, "MqttWs")]
    public async Task A_device_with_a_good_token_connects_and_leaves(bool overWebSockets, string protocol)
    {
        var client = await new TestDevice(_hub, _identity) { OverWebSockets = overWebSockets }.ConnectAsync();
        Assert.True(_hub.IsConnected(_identity));
        await client.DisconnectAsync();
        await Eventually.IsTrue(() => !_hub.IsConnected(_identity));

        Assert.Equal("+ -", _hub.Story());
        Assert.All(
            _hub.Rows,
            row =>
                Assert.Equal(
                    ("Device-1", protocol, "127.0.0.XXX", "Information"),
                    (row.DeviceId, row.Protocol.ToString(), row.MaskedIpAddress, row.Level)
                )
        );
        Assert.Equal("azsdk-c/1.5.0 (test)", _hub.Rows[0].SdkVersion);
    }

    [Fact]
    public async Task A_client_that_goes_without_a_word_leaves_404104()
    {
        var client = await new TestDevice(_hub, _identity).ConnectAsync();
        _hub.Mqtt.Connections.Single().Cut(PathCut.Reset);
        await Eventually.IsTrue(() => !_hub.IsConnected(_identity));
        Assert.Equal("+ -404104", _hub.Story());
        client.Dispose();
    }

    public static TheoryData<string, string> Refusals =>
        new()
        {
            { "wrong key", "+401003" },
            { "expired token", "+401003" },
            { "token of another device", "+401003" },
            { "token of another hub", "+401003" },
            { "no password", "+401003" },
            { "other client id", "+401003" },
            { "disabled", "+403012" },
            { "deleted", "+404001" },
            { "other case", "+404001" },
            { "no such module", "+404010" },
            { "quota", "+403002" },
            { "throttled", "+429001" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refused_client_hears_no_more_than_5_and_the_row_tells_why(string why, string story)
    {
        var device = Spoilt(why);
        (_, var result) = await device.TryConnectAsync();
        Assert.Equal(MqttClientConnectResultCode.NotAuthorized, result.ResultCode);
        Assert.Equal(story, _hub.Story());
    }

    [Fact]
    public async Task A_hub_at_fault_is_not_available()
    {
        _hub.Conditions.Refusal = HubErrorCode.ServerError;
        (_, var result) = await new TestDevice(_hub, _identity).TryConnectAsync();
        Assert.Equal(MqttClientConnectResultCode.ServerUnavailable, result.ResultCode);
        Assert.Equal("+500001", _hub.Story());
    }

    [Fact]
    public async Task Mqtt_5_is_refused()
    {
        (_, var result) = await new TestDevice(_hub, _identity)
        {
            Version = MqttProtocolVersion.V500,
        }.TryConnectAsync();
        Assert.NotEqual(MqttClientConnectResultCode.Success, result.ResultCode);
        Assert.Empty(_hub.Rows);
    }

    [Theory]
    [InlineData("device", true)]
    [InlineData("iothubowner", true)]
    [InlineData("service", false)]
    public async Task A_policy_signs_devices_in_if_it_may(string name, bool isGood)
    {
        var token = _hub.Token(_hub.Options.Policies.Single(policy => policy.Name == name), TimeSpan.FromHours(1));
        (_, var result) = await new TestDevice(_hub, _identity) { Token = token }.TryConnectAsync();
        Assert.Equal(isGood, result.ResultCode == MqttClientConnectResultCode.Success);
    }

    [Fact]
    public async Task A_module_signs_in_with_its_own_key()
    {
        var module = _hub.Registry.Add("Device-1", "camera");
        await new TestDevice(_hub, module).ConnectAsync();
        Assert.True(_hub.IsConnected(module));
        Assert.False(_hub.IsConnected(_identity));
        Assert.Equal("camera", _hub.Rows.Single().ModuleId);
    }

    private TestDevice Spoilt(string why)
    {
        var device = new TestDevice(_hub, _identity);
        var later = DateTimeOffset.UtcNow.AddHours(1);
        switch (why)
        {
            case "wrong key":
                return device with
                {
                    Token = SharedAccessSignature.Create(
                        "localhost/devices/Device-1",
                        Convert.ToBase64String(new byte[32]),
                        later
                    ),
                };
            case "expired token":
                return device with { Token = _hub.Token(_identity, TimeSpan.FromHours(-1)) };
            case "token of another device":
                return device with
                {
                    Token = SharedAccessSignature.Create("localhost/devices/Device-2", _identity.PrimaryKey, later),
                };
            case "token of another hub":
                return device with
                {
                    Token = SharedAccessSignature.Create(
                        "other.azure-devices.net/devices/Device-1",
                        _identity.PrimaryKey,
                        later
                    ),
                };
            case "no password":
                return device with { Token = "" };
            case "other client id":
                return device with { ClientId = "Device-2" };
            case "disabled":
                _identity.IsEnabled = false;
                return device;
            case "deleted":
                _hub.Registry.Remove(_identity);
                return device;
            case "other case":
                return device with { ClientId = "device-1", UserName = "localhost/device-1/?api-version=2021-04-12" };
            case "no such module":
                return device with
                {
                    ClientId = "Device-1/camera",
                    UserName = "localhost/Device-1/camera/?api-version=2021-04-12",
                };
            default:
                _hub.Conditions.Refusal =
                    why == "quota" ? HubErrorCode.IotHubQuotaExceeded : HubErrorCode.ThrottlingException;
                return device;
        }
    }
}
